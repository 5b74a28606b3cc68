import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv, xlsx } from './sheet'
import { Desk } from './steps'
import { texts } from './texts'
import { BASE, closeBrowser, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const HEADINGS = ['工单编号', '反映时间', '标题', '诉求内容', '分类', '发生地点', '区划代码', '反映人', '联系电话']

function rows(run: string, title: string): string[][] {
  const row = (n: number, when: string): string[] => [`${run}-${n}`, when, `${title}${n}`, '楼上夜间施工，影响休息，请协调。', '0202', '和平小区二号楼', '620123', '演示来电人', '13900003333']
  return [HEADINGS, row(1, '2026-11-20 09:30'), row(2, '2026-11-20 10:00'), row(3, '2026-02-30 10:00')]
}

describe('a sheet of the hotline', () => {
  it.each([
    ['zh', 'csv', csv],
    ['en', 'xlsx', xlsx],
  ] as const)('is mapped, previewed, registered, and a matter of it reaches the archive, in %s from %s', async (language, kind, write) => {
    const { imports, words } = texts[language]
    const run = `WT${Date.now()}`
    const desk = await Desk.open(language)
    const page = desk.dispatcher
    await page.goto(`${BASE}/imports`)
    await page.getByLabel(imports.line).selectOption('HOTLINE')
    await page.getByLabel(imports.file).setInputFiles({ name: `${run}.${kind}`, mimeType: '', buffer: write(rows(run, `夜间施工扰民${run}`)) })
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: imports.upload }).click()

    await page.getByRole('heading', { name: imports.mapping }).waitFor()
    expect(await page.getByRole('combobox', { name: imports.fields.outsideNo, exact: true }).inputValue()).toBe('工单编号')
    await page.getByRole('combobox', { name: imports.fields.respondentName, exact: true }).selectOption('')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: imports.saveMapping }).click()
    await page.getByRole('heading', { name: imports.preview }).waitFor()
    await page.getByText(imports.fine).first().waitFor()
    expect(await page.locator('.wrong').count()).toBe(1)
    expect(await violations(page)).toEqual([])

    await page.getByRole('button', { name: imports.start }).click()
    await page.getByText(imports.result.replace('{accepted}', '2').replace('{repeated}', '0').replace('{errors}', '1')).waitFor()
    expect(await violations(page)).toEqual([])
    const address = page.url()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'csv', exact: true }).click()])
    expect(readFileSync(await file.path(), 'utf8')).toContain(`${run}-3`)

    await page.goto(`${BASE}/matters?bucket=all&q=${run}1`)
    await page.locator('tbody a.open .num').first().waitFor()
    const code = ((await page.locator('tbody a.open .num').first().textContent()) ?? '').replace(/\s/g, '')
    expect(await page.locator('tbody').textContent()).toContain(words.line.HOTLINE)
    await desk.handle(code)
    await desk.archive(code)

    // The sheet was the wrong one: what nobody has acted on is withdrawn, the matter that was handled stays and says why.
    await page.goto(address)
    await page.getByRole('button', { name: imports.undo.ask }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(imports.undo.reason).fill('传错了表')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: imports.undo.do }).click()
    await page.getByText(imports.undo.result.replace('{withdrawn}', '1').replace('{kept}', '1')).waitFor()
    expect(await page.locator('tbody', { hasText: imports.undo.whys.ACTED_ON }).textContent()).toContain(words.status.ARCHIVED)
    expect(await violations(page)).toEqual([])
    await desk.close()
  })
})
