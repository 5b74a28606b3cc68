import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fits, picture } from './mediating'
import { post, referral } from './partner'
import { csv } from './sheet'
import { deed } from './steps'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

describe('referrals', () => {
  it.each(['zh', 'en'] as const)('are told twice, fail, change their procedure and come by spreadsheet, in %s', { timeout: 240_000 }, async (language) => {
    const { referral: words } = texts[language]
    const court = await at('COURT_POST', language)
    const number = (n: number): string => `（2026）演调${Date.now()}${n}号`
    const arrived = async (n: number): Promise<{ no: string; id: number }> => {
      const no = number(n)
      const answer = await post(court, '/partner/court/referrals', referral(no))
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      return { no, id: answer.body.id as number }
    }
    const failed = await arrived(2)
    const filed = await arrived(3)
    expect((await post(court, '/partner/court/referrals', referral(failed.no))).status).toBe(200)
    const back = await post(court, '/partner/court/referrals', { ...referral(number(4)), safety: ['DOMESTIC_VIOLENCE'] })
    expect([back.status, back.body.code]).toEqual([422, 'RULE_REFUSED'])

    // The desk counts what waits, and its columns open the rows; by keyboard.
    const desk = await at('DISPATCHER', language, '/partners?partner=COURT')
    await desk.locator('[data-column=UNSIGNED][aria-current]').waitFor()
    await desk.getByText(words.success.split('{')[0] || '%', { exact: false }).first().waitFor()
    expect(await violations(desk)).toEqual([])
    await picture(desk, `partners-${language}`)
    // A failure goes back with the undisputed facts.
    await desk.goto(`${BASE}/partners/referrals/${failed.id}`)
    await deed(desk, words.deed.SIGN)
    await desk.locator('.page-head .state', { hasText: words.state.SIGNED }).waitFor()
    await deed(desk, words.deed.ANSWER, async (dialog) => {
      await dialog.getByLabel(words.outcomeTitle).selectOption('NOT_AGREED')
      await dialog.getByLabel(words.reason, { exact: true }).selectOption('NOT_AGREED')
      await dialog.getByLabel(words.undisputed).fill('双方对借款八万元没有争议。')
    })
    await desk.getByText('双方对借款八万元没有争议。').waitFor()

    // The court files a lawsuit while it is worked on: the procedure changes, nothing has failed.
    await desk.goto(`${BASE}/partners/referrals/${filed.id}`)
    await deed(desk, words.deed.SIGN)
    await desk.locator('.page-head .state', { hasText: words.state.SIGNED }).waitFor()
    await court.goto(`${BASE}/partners/referrals/${filed.id}`)
    await deed(court, words.deed.CHANGE, async (dialog) => {
      await dialog.getByLabel(words.caseNo).fill('（2026）演民初1号')
    })
    await court.locator('.page-head .state', { hasText: words.state.CHANGED }).waitFor()
    expect(await violations(court)).toEqual([])
    await picture(court, `referral-changed-${language}`)

    // What was answered stands in its column, and the matter shows its referral.
    await desk.goto(`${BASE}/partners?partner=COURT&column=ANSWERED`)
    await desk.locator('tbody a.open', { hasText: failed.no }).focus()
    await desk.keyboard.press('Enter')
    await desk.getByRole('heading', { name: failed.no }).waitFor()
    await desk.locator('article a[href^="/matters/"]').first().click()
    await desk.locator('section', { hasText: failed.no }).last().waitFor()
    expect(await violations(desk)).toEqual([])

    // By spreadsheet where no line leads: what is refused comes back.
    await desk.goto(`${BASE}/partners?partner=PETITION`)
    await desk.locator('summary').click()
    const rows = [['对方编号', '类型', '事实', '双方同意', '同意凭据', '登记日期'], [number(5), '信访事项调解', '邻里排水纠纷，多次反映。', '是', '同意书', '2026-03-02'], [number(6), '信访事项调解', '邻里排水纠纷。', '否', '', '2026-03-02']]
    await desk.getByLabel(words.sheetFile).setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: csv(rows) })
    await desk.getByRole('button', { name: words.sheetSend }).click()
    await desk.getByRole('status').filter({ hasText: words.sheetTaken.replace('{taken}', '1').replace('{repeated}', '0').replace('{refused}', '1') }).waitFor()
    expect(await violations(desk)).toEqual([])
    await picture(desk, `partners-sheet-${language}`)

    await desk.goto(`${BASE}/partners/lawsuits`)
    await desk.locator('tbody tr').first().waitFor()
    expect(await violations(desk)).toEqual([])
    await picture(desk, `lawsuits-${language}`)

    await desk.setViewportSize({ width: 390, height: 844 })
    for (const address of ['/partners?partner=COURT', '/partners?partner=POLICE&column=ANSWERED', `/partners/referrals/${failed.id}`, '/partners/lawsuits']) {
      await desk.goto(BASE + address)
      await desk.locator('h1').waitFor()
      expect(await violations(desk), address).toEqual([])
      expect(await fits(desk), address).toBe(true)
      await picture(desk, `phone-${address.replace(/\W+/g, '-').slice(-20)}-${language}`)
    }
    await leave(court, desk)
  })
})
