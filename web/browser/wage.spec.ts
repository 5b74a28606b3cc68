import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectVolume, filed, scan } from './filing'
import { fillDraft, fits, openMediation, performAll, picture, registerQuarrel, saveDraft, signAgreement } from './mediating'
import { Desk } from './steps'
import { csv, xlsx } from './sheet'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const digits = async (page: Page, selector: string): Promise<number> => Number(((await page.locator(selector).textContent()) ?? '').replace(/[^\d.]/g, ''))
/** A number that no other run has used; the area is not assigned. */
const card = (n: number): string => `999999199001${String(n).padStart(2, '0')}${String(Date.now()).slice(-3)}X`

/** Mediated, closed, bound, and the procuratorate has answered: once, in Chinese. */
async function toTheEnd(trouble: { path: string; codes: string[] }): Promise<void> {
  const words = texts.zh
  const desk = await Desk.open('zh')
  const page = desk.dispatcher
  await page.goto(BASE + trouble.path)
  await openMediation(page, 'zh', 0)
  await fillDraft(page, 'zh', { facts: '拖欠工资二万四千元。', terms: '总承包单位先行清偿。', amount: '24100.5' })
  await saveDraft(page, 'zh')
  await signAgreement(page, 'zh')
  await performAll(page, 'zh', 1)
  const code = (trouble.codes[0] ?? '').replace(/\s/g, '')
  await desk.handle(code, true)
  const id = /\d+$/.exec(trouble.path)?.[0] ?? ''
  await scan(page, 'zh', id, ['rights-notice', 'identity-proof', 'mediation-record'])
  expectVolume(await filed(page, 'zh', id), ['演示申请人', '演示被申请人', '调解协议书', '结案报告表'])
  await page.goto(`${BASE}/partners?partner=PROSECUTION&column=ANSWERED`)
  await page.locator('tbody tr', { hasText: code.slice(0, 6) }).filter({ hasText: words.referral.outcome.DONE }).first().locator('a.open').click()
  await page.locator('.page-head .state', { hasText: words.referral.state.ANSWERED }).waitFor()
  expect(await page.locator(`article a[href="${trouble.path}"]`).count()).toBeGreaterThan(0)
  await desk.close()
}

describe('a wage claim', () => {
  it.each([
    ['zh', '农民工欠薪'],
    ['en', 'migrant'],
  ] as const)('goes from registration to money recovered and the figures, in %s', { timeout: 420_000 }, async (language, category) => {
    const { matter, wage, common } = texts[language]
    const page = await at('WINDOW', language)
    const trouble = await registerQuarrel(page, language, category)
    await page.getByRole('link', { name: matter.recordWages }).click()
    await page.getByLabel(wage.project, { exact: true }).fill('和平镇安置房三期')
    await page.getByLabel(wage.generalContractor).fill('演示总承包公司')
    await page.getByLabel(wage.subcontractor).fill('演示分包公司')
    await page.getByLabel(wage.foreman, { exact: false }).first().fill('赵工头')
    await page.getByLabel(wage.evidence.ATTENDANCE).check()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: wage.save }).click()
    await page.waitForURL(/\/wages\/\d+$/)
    const claim = page.url()
    await page.getByText(`${wage.first}${common.colon}演示总承包公司`).waitFor()

    // One worker after another by keyboard.
    await page.locator('form.add input').first().focus()
    for (const [name, n] of [['王小民', 1], ['李四', 2]] as const) {
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
      await page.keyboard.type(card(n))
      for (let tab = 0; tab < 3; tab++) await page.keyboard.press('Tab')
      await page.locator('form.add input[type=number]').focus()
      await page.keyboard.type('12000.5')
      await page.keyboard.press('Enter')
      await page.getByRole('status').filter({ hasText: wage.added.replace('{n}', String(n)) }).waitFor()
    }
    await page.locator('table.workers tbody tr').nth(1).waitFor()

    // A sheet with the same worker twice is refused by the row; a right one is taken.
    const file = page.locator('form.take input[type=file]')
    const head = language === 'zh' ? ['姓名', '证件号码', '拖欠金额'] : ['name', 'document', 'claimed']
    await file.setInputFiles({ name: 'w.csv', mimeType: 'text/csv', buffer: csv([head, ['甲', card(3), '100'], ['王小民', card(3), '200']]) })
    await page.getByRole('button', { name: wage.sheetSend }).click()
    await page.getByRole('alert').filter({ hasText: wage.rowN.replace('{n}', '2') }).waitFor()
    expect(await violations(page)).toEqual([])
    await file.setInputFiles({ name: 'w.xlsx', mimeType: 'application/octet-stream', buffer: xlsx([head, ['甲', card(3), '100'], ['乙', card(4), '200']]) })
    await page.getByRole('button', { name: wage.sheetSend }).click()
    await page.getByRole('status').filter({ hasText: wage.sheetAdded.replace('{n}', '2') }).waitFor()
    await page.locator('table.workers tbody tr').nth(3).waitFor()
    await leave(page)

    // Verified and recovered in the table.
    const desk = await at('DISPATCHER', language, '/wages')
    await desk.locator('a.people').waitFor()
    const before = { people: await digits(desk, 'a.people'), amount: await digits(desk, 'a.amount') }
    expect(await violations(desk)).toEqual([])
    await picture(desk, `wages-${language}`)
    await desk.goto(claim)
    await desk.getByRole('button', { name: wage.verify }).click()
    await desk.getByRole('button', { name: wage.verifyAll }).click()
    await desk.locator('input.amount').first().fill('12000')
    await desk.keyboard.press('Enter')
    expect(await desk.locator('input.amount').nth(1).evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await violations(desk)).toEqual([])
    await desk.getByRole('button', { name: wage.keepVerified }).click()
    await desk.locator('.page-head', { hasText: wage.stage.VERIFIED }).waitFor()
    await desk.getByRole('button', { name: wage.pay, exact: true }).click()
    await desk.getByLabel(wage.method).selectOption('ACCOUNT')
    await desk.locator('input.amount').last().fill('0')
    expect(await violations(desk)).toEqual([])
    await picture(desk, `claim-pay-${language}`)
    await desk.getByRole('button', { name: wage.keepPaid }).click()
    await desk.locator('.page-head', { hasText: wage.stage.PARTLY_PAID }).waitFor()

    // A clue to the procuratorate, which answers.
    await desk.getByRole('button', { name: wage.sendClue }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel(wage.clueText).fill('工人无力自行起诉。')
    await dialog.getByRole('button', { name: wage.sendClue }).click()
    await desk.locator('.clue', { hasText: wage.clueState.SENT }).waitFor()
    await picture(desk, `claim-${language}`)
    const procurator = await at('PROCURATOR_POST', language)
    await procurator.goto(claim)
    await procurator.getByRole('button', { name: wage.answerClue }).click()
    await procurator.getByRole('dialog').getByRole('button', { name: wage.answerClue }).click()
    await procurator.locator('.clue', { hasText: wage.clueState.TAKEN_UP }).waitFor()
    expect(await violations(procurator)).toEqual([])
    await leave(procurator)

    // The figures have grown and open their rows.
    await desk.goto(`${BASE}/wages`)
    await desk.locator('a.people').waitFor()
    expect(await digits(desk, 'a.people')).toBe(before.people + 3)
    expect(await digits(desk, 'a.amount')).toBeCloseTo(before.amount + 24_100.5, 2)
    await desk.locator('a.amount').click()
    await desk.getByText('和平镇安置房三期').nth(2).waitFor()
    expect(await violations(desk)).toEqual([])
    await picture(desk, `paid-${language}`)

    await desk.setViewportSize({ width: 390, height: 844 })
    for (const address of [`${BASE}/wages`, claim, `${claim}/edit`, `${BASE}/wages/paid`]) {
      await desk.goto(address)
      expect(await violations(desk), address).toEqual([])
      expect(await fits(desk), address).toBe(true)
      await picture(desk, `phone-${address.replace(/\W+/g, '-').slice(-18)}-${language}`)
    }
    await leave(desk)
    if (language === 'zh') await toTheEnd(trouble)
  })
})
