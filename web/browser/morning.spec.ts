import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { csv } from './sheet'
import { act, openByCode } from './steps'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const { imports, joint, matter, reconciliation, supervision, twins, words, worklist } = texts.zh
const HEADINGS = ['工单编号', '反映时间', '标题', '诉求内容', '分类', '发生地点', '区划代码', '反映人', '联系电话']
const LINES = ['COURT', 'POLICE', 'PETITION', 'HOTLINE', 'GRID'] as const
const EACH = 40
const SUBJECTS = ['楼上夜间施工', '邻居占用通道', '屋后排水不畅', '地界树木遮挡', '店铺油烟扰民', '广场音响过大', '车位被人占用', '楼道堆放杂物']

const run = String(Date.now()).slice(-9)
const today = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** What a line sends on this morning: forty troubles; two of the hotline's came twice, by another line. */
function sheet(line: string): Buffer {
  const rows = Array.from({ length: EACH }, (_, n) => {
    const twice = n < 2 && (line === 'HOTLINE' || line === 'GRID')
    const subject = twice ? `水泵房异响${run}第${n}处` : `${SUBJECTS[n % SUBJECTS.length]}${line}${run}${n}`
    const phone = twice ? `1380000${run.slice(-3)}${n}` : `139${String(LINES.findIndex((one) => one === line))}${run.slice(-5)}${String(n).padStart(2, '0')}`
    return [`${line}-${run}-${n}`, `${today} 00:0${n % 10}`, subject, `${subject}，反映多次没有解决，请协调处理。`, '0202', `和平小区${n}号楼`, '620123104', `演示来电人${n}`, phone]
  })
  return csv([HEADINGS, ...rows])
}

/** Brings a line's sheet in as the clerk does. */
async function bringIn(page: Page, line: string): Promise<void> {
  await page.goto(`${BASE}/imports`)
  await page.getByLabel(imports.line).selectOption(line)
  await page.getByLabel(imports.file).setInputFiles({ name: `${line}-${run}.csv`, mimeType: 'text/csv', buffer: sheet(line) })
  await page.getByRole('button', { name: imports.upload }).click()
  await page.getByRole('heading', { name: imports.mapping }).waitFor()
  await page.getByRole('combobox', { name: imports.fields.respondentName, exact: true }).selectOption('')
  await page.getByRole('button', { name: imports.saveMapping }).click()
  await page.getByRole('heading', { name: imports.preview }).waitFor()
  await page.getByRole('button', { name: imports.start }).click()
  await page.getByText(imports.result.replace('{accepted}', String(EACH)).replace('{repeated}', '0').replace('{errors}', '0')).waitFor({ timeout: 60_000 })
}

/** The ids of the matters found by these words, the newest first. */
async function found(page: Page, text: string): Promise<{ id: string; code: string }[]> {
  await page.goto(`${BASE}/matters?bucket=all&q=${encodeURIComponent(text)}`)
  const links = page.locator('tbody a.open')
  await links.first().waitFor()
  return links.evaluateAll((all) => all.map((one) => ({ id: /\/matters\/(\d+)/.exec(one.getAttribute('href') ?? '')?.[1] ?? '', code: (one.querySelector('.num')?.textContent ?? '').replace(/\s/g, '') })))
}

async function merge(page: Page, pair: { id: string }[]): Promise<void> {
  await page.goto(`${BASE}/twins/review?ids=${pair.map((one) => one.id).join(',')}`)
  await page.getByLabel(twins.reason).fill('同一处水泵房')
  await page.getByRole('button', { name: twins.do.MERGE, exact: true }).click()
  await page.getByText(twins.did.MERGE).waitFor()
}

/** Opens that one of a merged pair which is no longer handled by itself. */
async function openMerged(page: Page, pair: { id: string }[]): Promise<void> {
  for (const { id } of pair) {
    await page.goto(`${BASE}/matters/${id}`)
    await page.locator('.head .status').first().waitFor()
    if (await page.locator('.head .status', { hasText: words.status.MERGED }).isVisible()) return
  }
  throw new Error('neither of the pair is merged')
}

async function unit(dialog: Locator, name: string): Promise<void> {
  await dialog.getByLabel(matter.field.leadUnitId).fill(name)
  await dialog.getByRole('option', { name }).first().click()
}

/** Presses a button of the page, fills its dialog, presses the dialog's own button. */
async function step(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.locator('article').getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

describe('a morning in the dispatch room', () => {
  it('takes two hundred items of five lines to their places', { timeout: 300_000 }, async () => {
    const dispatcher = await at('DISPATCHER', 'zh')
    for (const line of LINES) await bringIn(dispatcher, line)
    const [department, director, committee] = await Promise.all([at('UNIT_CLERK', 'zh', '/'), at('CENTER_DIRECTOR', 'zh'), at('COMMITTEE', 'zh')])
    const housing = ((await department.locator('.page-head .soft').first().textContent()) ?? '').split(' · ')[0] ?? ''

    // Two troubles came by two lines each: both are merged, one turns out to be two after all.
    const first = await found(dispatcher, `水泵房异响${run}第0处`)
    const second = await found(dispatcher, `水泵房异响${run}第1处`)
    expect([first.length, second.length]).toEqual([2, 2])
    await merge(dispatcher, first)
    await merge(dispatcher, second)
    await openMerged(dispatcher, second)
    await dispatcher.locator('.links').getByRole('button', { name: matter.unmerge }).click()
    const dialog = dispatcher.getByRole('dialog')
    await dialog.getByLabel(matter.linkReason).fill('是另一处水泵房')
    await dialog.getByRole('button', { name: matter.unmerge, exact: true }).click()
    await dispatcher.locator('.head .status', { hasText: words.status.MERGED }).waitFor({ state: 'detached' })

    // From the list, by keys alone: one is looked at and sent, those with the same suggestion go together, each confirmed.
    await dispatcher.goto(`${BASE}/matters?bucket=toDispatch&line=COURT&q=${encodeURIComponent('店铺油烟扰民')}`)
    const waiting = dispatcher.locator('tbody tr')
    await waiting.first().waitFor()
    const before = await waiting.count()
    expect(await waiting.first().locator('.suggested b').textContent()).toMatch(/^→ /)
    await dispatcher.keyboard.press('j')
    await dispatcher.keyboard.press('d')
    await dispatcher.getByRole('dialog').locator('.facts').waitFor()
    expect(await violations(dispatcher)).toEqual([])
    await dispatcher.keyboard.press('Enter')
    await expect.poll(() => waiting.count()).toBe(before - 1)
    await dispatcher.keyboard.press('k')
    await dispatcher.keyboard.press('a')
    await dispatcher.keyboard.press('d')
    const boxes = dispatcher.getByRole('dialog').locator('.confirm input')
    expect(await boxes.count()).toBe(before - 1)
    expect(await violations(dispatcher)).toEqual([])
    for (let row = 1; row < before; row++) await dispatcher.keyboard.press('Enter')
    await dispatcher.keyboard.press('Enter')
    await dispatcher.getByText(worklist.empty.toDispatch).waitFor()

    // One is dispatched, returned twice, and then it is ruled who handles it.
    const code = (await found(dispatcher, `HOTLINE-${run}-5`))[0]?.code ?? ''
    await openByCode(dispatcher, code)
    if (await dispatcher.locator('.actions').getByRole('button', { name: words.action.ACCEPT, exact: true }).isVisible()) {
      await act(dispatcher, words.action.ACCEPT)
    }
    for (let time = 1; time <= 2; time++) {
      await openByCode(dispatcher, code)
      await act(dispatcher, words.action.DISPATCH, (asked) => unit(asked, housing))
      await openByCode(department, code)
      await act(department, words.action.RETURN, async (asked) => {
        await asked.getByLabel(matter.field.reasonCode).selectOption({ index: 1 })
        await asked.getByLabel(matter.field.opinion).fill('不属于我局职责。')
      })
    }
    await openByCode(director, code)
    await director.locator('.head .status', { hasText: words.status.ADJUDICATION }).waitFor()
    await act(director, words.action.ADJUDICATE, async (asked) => {
      await unit(asked, housing)
      await asked.getByLabel(matter.field.opinion).fill('由住建局主办，其他单位配合。')
    })
    await director.locator('.head .status', { hasText: words.status.ASSIGNED }).waitFor()

    // One whistle: the department is called and comes.
    await openByCode(dispatcher, code)
    await dispatcher.getByRole('link', { name: matter.callUnits }).click()
    await dispatcher.getByLabel(joint.units, { exact: true }).first().fill(housing.slice(0, 2))
    await dispatcher.getByRole('option').first().click()
    await dispatcher.locator('.picked li').first().waitFor()
    await dispatcher.getByLabel(joint.reason).fill('两次退回，需当面会商')
    await dispatcher.getByLabel(joint.place).fill('三号会商室')
    await dispatcher.getByRole('button', { name: joint.call, exact: true }).click()
    await dispatcher.waitForURL(/\/joint\/\d+$/)
    await department.goto(dispatcher.url())
    await step(department, joint.do.answer)
    await dispatcher.reload()
    await step(dispatcher, joint.do.arrived, (asked) => asked.getByLabel(joint.attendee).fill('住建局来人'))

    // One red card.
    await openByCode(committee, code)
    await committee.getByRole('link', { name: matter.issueCard }).click()
    await committee.getByLabel(supervision.levelTitle).selectOption('RED')
    await committee.getByLabel(supervision.reason).fill('两次推诿')
    await committee.getByLabel(supervision.required, { exact: true }).fill('三日内办结并书面说明')
    await committee.getByRole('button', { name: supervision.issue }).click()
    await committee.waitForURL(/\/supervision\/cards\/\d+$/)

    // The hotline's day is compared with what the hotline says it sent, and signed for.
    await dispatcher.goto(`${BASE}/reconciliation/12345/${today}`)
    await dispatcher.getByLabel(reconciliation.said.count).fill(String(EACH))
    await dispatcher.getByRole('button', { name: reconciliation.said.save }).click()
    await dispatcher.locator('.figure', { hasText: reconciliation.figures.said }).locator('b', { hasText: String(EACH) }).waitFor()
    const note = dispatcher.getByLabel(reconciliation.sign.note)
    if (await note.isVisible()) await note.fill('已逐项核对')
    await dispatcher.getByRole('button', { name: reconciliation.sign.button }).click()
    await dispatcher.getByText(reconciliation.signed.revision.replace('{n}', '1')).first().waitFor()
    expect(await violations(dispatcher)).toEqual([])
    await leave(dispatcher, department, director, committee)
  })
})
