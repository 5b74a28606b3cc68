import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, closeBrowser, openBrowser, signIn, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Takes one step of a version, with a word why. */
async function step(page: Page, language: Language, name: 'submission' | 'approval' | 'withdrawal', effectiveAt?: string): Promise<void> {
  const { rules } = texts[language]
  await page.locator('.bar').getByRole('button', { name: rules.move[name], exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (effectiveAt) await dialog.getByLabel(rules.move.effectiveAt).fill(effectiveAt)
  await dialog.getByLabel(rules.move.reason).fill('换由中心牵头')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: rules.move[name], exact: true }).click()
}

/** Saves the draft and waits until it is checked again. */
async function save(page: Page, language: Language): Promise<void> {
  const { rules } = texts[language]
  const read = page.waitForResponse((answer) => answer.request().method() === 'GET' && /\/rule-versions\/\d+$/.test(new URL(answer.url()).pathname))
  await page.getByRole('button', { name: rules.save }).click()
  await read
}

/** The next full minute but some seconds, as the field of local time in the county has it. */
const soon = (minutes: number): string => new Date(Date.now() + 8 * 3_600_000 + 65_000 + minutes * 60_000).toISOString().slice(0, 16)

/** Gives up what a walk that broke off left open. */
async function clear(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
    const { items } = (await (await fetch('/api/v1/rules')).json()) as { items: Record<'open' | 'coming', { id: number; state: string }[]>[] }
    for (const open of items.flatMap((set) => [...set.open, ...set.coming])) {
      const [what, body] = open.state === 'DRAFT' ? ['discarding', undefined] : ['withdrawal', JSON.stringify({ reason: 'left open' })]
      await fetch(`/api/v1/rule-versions/${open.id}/${what}`, { method: 'POST', headers: { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json' }, body })
    }
  })
}

/** Registers wage arrears as the desk does, and tells what the rules suggest. */
async function suggested(page: Page): Promise<{ target: string; rulesVersion: number }> {
  return page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
    const body = {
      line: 'WINDOW', title: '工地欠薪', facts: '三名工人两个月工资未付。', categoryCode: '0401', place: { areaCode: '620123104' }, people: 3,
      parties: [{ role: 'APPLICANT', kind: 'PERSON', name: '王小民' }], documentIds: [],
    }
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() }
    const made = await (await fetch('/api/v1/matters', { method: 'POST', headers, body: JSON.stringify(body) })).json()
    return (await fetch(`/api/v1/matters/${made.id}/suggestion`)).json()
  })
}

describe('the routing tables', () => {
  it.each(['zh', 'en'] as const)('are changed by two people, in %s', async (language) => {
    const { rules } = texts[language]
    const director = await visitor('desk', language)
    await signIn(director, 'CENTER_DIRECTOR')
    await clear(director)
    await director.goto(`${BASE}/rules`)
    await director.getByRole('button', { name: rules.draft }).first().waitFor()
    expect(await violations(director)).toEqual([])
    const routing = director.getByRole('region', { name: language === 'zh' ? '分流规则' : 'Routing rules' })
    await routing.getByRole('button', { name: rules.draft }).click()
    await director.getByLabel(rules.why).fill('欠薪改由中心牵头')
    await director.getByRole('dialog').getByRole('button', { name: rules.draft }).click()

    // a row without an outcome is an error, and the draft cannot be handed on
    await director.getByRole('button', { name: rules.sheet.addBelow.replace('{id}', 'R16') }).click()
    const dialog = director.getByRole('dialog')
    expect(await violations(director)).toEqual([])
    await dialog.getByRole('button', { name: rules.row.take, exact: true }).click()
    await save(director, language)
    await director.getByText('R52').first().waitFor()
    await director.locator('.findings .ERROR').first().waitFor()
    expect(await violations(director)).toEqual([])
    expect(await director.locator('.bar').getByRole('button', { name: rules.move.submission }).isDisabled()).toBe(true)

    // mended: the row goes, and wages go elsewhere
    await director.getByRole('button', { name: rules.sheet.remove.replace('{id}', 'R52') }).click()
    await director.getByRole('button', { name: rules.sheet.editRow.replace('{id}', 'R16') }).click()
    const outcome = dialog.getByLabel(rules.decision.UNIT)
    await outcome.fill(language === 'zh' ? '县综治中心' : 'Justice Bureau')
    await outcome.press('Enter')
    await dialog.getByRole('button', { name: rules.row.take, exact: true }).click()
    await save(director, language)
    await expect.poll(() => director.locator('.findings .ERROR').count(), { timeout: 20_000 }).toBe(0)

    await director.getByRole('button', { name: rules.trial.run }).click()
    await director.locator('section[aria-labelledby=trial] summary').first().waitFor()
    expect(await violations(director)).toEqual([])
    await step(director, language, 'submission')
    await director.locator('.bar').getByRole('button', { name: rules.move.approval }).waitFor()

    // nobody approves his own
    await step(director, language, 'approval', soon(0))
    await director.getByRole('dialog').getByRole('alert').waitFor()

    const committee = await visitor('desk', language)
    await signIn(committee, 'COMMITTEE')
    await committee.goto(director.url())
    await committee.getByRole('button', { name: rules.move.approval, exact: true }).waitFor()
    expect(await violations(committee)).toEqual([])
    await step(committee, language, 'approval', soon(language === 'zh' ? 0 : 30))
    await committee.getByRole('dialog').waitFor({ state: 'detached' })
    const number = Number(/\d+/.exec((await committee.locator('h1').textContent()) ?? '')?.[0])
    await committee.goto(`${BASE}/rules`)
    await committee.getByRole('region', { name: language === 'zh' ? '分流规则' : 'Routing rules' }).waitFor()
    if (language === 'en') await committee.locator('.told').first().waitFor()
    expect(await violations(committee)).toEqual([])
    if (language === 'zh') {
      const desk = await visitor('desk', language)
      await signIn(desk, 'DISPATCHER')
      let last = await suggested(desk)
      await expect.poll(async () => (last = await suggested(desk)).rulesVersion, { timeout: 90_000, interval: 5_000 }).toBe(number)
      expect(last.target).toBe('COUNTY_CENTER')
      await desk.context().close()
    }
    await Promise.all([director, committee].map((one) => one.context().close()))
  })
})

describe('categories and holidays', () => {
  it.each([
    ['zh', '事项类别', '0201', '相邻通行'],
    ['en', 'Categories', '0201', 'Way and passage'],
  ] as const)('are changed as a table by two people, in %s', async (language, title, code, name) => {
    const { rules } = texts[language]
    const director = await visitor('desk', language)
    await signIn(director, 'CENTER_DIRECTOR')
    await clear(director)
    await director.goto(`${BASE}/rules`)
    await director.getByRole('region', { name: title, exact: true }).getByRole('button', { name: rules.draft }).click()
    await director.getByLabel(rules.why).fill(name)
    await director.getByRole('dialog').getByRole('button', { name: rules.draft }).click()

    // a code that is there twice is an error, told with its line
    const cell = (column: 'code' | 'zh' | 'en', row: string): Locator => director.getByLabel(`${rules.data[column]} ${row}`, { exact: true })
    await cell('code', '0202').fill(code)
    await director.keyboard.press('Tab')
    await save(director, language)
    await director.locator('.findings .ERROR').first().waitFor()
    expect(await violations(director)).toEqual([])
    await cell('code', code).last().fill('0202')
    await director.keyboard.press('Tab')
    await cell(language, code).fill(name)
    await director.keyboard.press('Tab')
    await save(director, language)
    await expect.poll(() => director.locator('.findings .ERROR').count(), { timeout: 20_000 }).toBe(0)

    await director.getByRole('button', { name: rules.trial.run }).click()
    await director.locator('section[aria-labelledby=trial] .num, section[aria-labelledby=trial] summary').first().waitFor()
    expect(await violations(director)).toEqual([])
    await step(director, language, 'submission')
    const committee = await visitor('desk', language)
    await signIn(committee, 'COMMITTEE')
    await director.locator('.bar').getByRole('button', { name: rules.move.approval }).waitFor()
    await committee.goto(director.url())
    await step(committee, language, 'approval', soon(30))
    await committee.getByRole('dialog').waitFor({ state: 'detached' })
    await committee.goto(`${BASE}/rules`)
    await committee.locator('.told').first().waitFor()
    await clear(director)
    await Promise.all([director, committee].map((one) => one.context().close()))
  })
})

describe('the procedures', () => {
  it.each(['zh', 'en'] as const)('are drawn without barrier, in %s', async (language) => {
    const page = await visitor('desk', language)
    await signIn(page, 'DISPATCHER')
    await page.goto(`${BASE}/procedures`)
    await page.locator('svg rect').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })
})
