import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectVolume, filed, made, scan } from './filing'
import { fillDraft, fits, openMediation, performAll, picture, saveDraft, signAgreement, sit } from './mediating'
import { post, referral } from './partner'
import { Desk, deed } from './steps'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

describe('a referral of the court', () => {
  it.each(['zh', 'en'] as const)('goes from arrival through mediation to the bound dossier and the answered court, in %s', { timeout: 360_000 }, async (language) => {
    const { referral: words, mediation, dossier, common } = texts[language]
    const court = await at('COURT_POST', language)
    const number = `（2026）演调${Date.now()}号`
    const arrived = await post(court, '/partner/court/referrals', referral(number))
    expect(arrived.status, JSON.stringify(arrived.body)).toBe(201)
    const own = `${BASE}/partners/referrals/${String(arrived.body.id)}`

    // The court sends its number again with another amount: both are compared, the later one is taken.
    expect((await post(court, '/partner/court/referrals', { ...referral(number), amount: 90000 })).status).toBe(409)
    const desk = await Desk.open(language)
    const page = desk.dispatcher
    await page.goto(`${BASE}/partners?partner=COURT`)
    await page.locator('tbody tr', { hasText: number }).getByText(words.toCompare).waitFor()
    await page.goto(own)
    await page.locator('article').getByRole('link', { name: words.compare }).first().click()
    await page.locator('[data-field=amount].differs').waitFor()
    expect(await page.locator('.differs').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await picture(page, `referral-compare-${language}`)
    await page.getByLabel(words.decision.TAKEN).check()
    await page.getByLabel(words.settleReason).fill('法院来电更正标的。')
    await page.getByRole('button', { name: words.settle, exact: true }).click()
    await page.getByText(words.decided.TAKEN).waitFor()

    // Signed for, extended with both parties' consent.
    await page.goto(own)
    await deed(page, words.deed.SIGN)
    await page.locator('.page-head .state', { hasText: words.state.SIGNED }).waitFor()
    await deed(page, words.deed.EXTEND, async (dialog) => {
      await dialog.getByLabel(words.bothConsent).check()
      await dialog.getByLabel(words.proofOfConsent).fill('双方同意延期书')
    })
    await page.locator('.timeline', { hasText: words.act.EXTENDED }).waitFor()
    await picture(page, `referral-signed-${language}`)
    const code = String(arrived.body.matterCode)
    await page.locator('article a[href^="/matters/"]').first().click()
    await page.locator('.head h1').waitFor()
    const id = /\/matters\/(\d+)/.exec(page.url())?.[1] ?? ''

    // Mediated: not by the one who sat in the minute before, for nobody sits in two rooms.
    const mediated = await openMediation(page, language, (Math.floor(Date.now() / 60_000) % 4) * 2 + (language === 'zh' ? 0 : 1))
    await sit(page, language, ['借款多少？', '八万元，愿意分期归还。'])

    // Sums that do not add up are refused at the field.
    await page.goto(mediated)
    await fillDraft(page, language, { facts: '借款八万元，到期没有归还。', terms: '被申请人分三期归还借款。', amount: '900' })
    await page.getByRole('button', { name: mediation.split }).click()
    await page.getByLabel(mediation.total).fill('800')
    await page.getByRole('button', { name: mediation.saveDraft }).click()
    await page.getByText(common.problem.field.SUM_DIFFERS).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `draft-${language}`)
    await page.getByLabel(mediation.total).fill('900')
    await saveDraft(page, language)

    // Printed, signed, performed.
    await page.getByRole('link', { name: mediation.preview }).click()
    await page.locator('.sheet .number').waitFor()
    const agreementNo = (await page.locator('.sheet .number').textContent()) ?? ''
    expect(agreementNo).toMatch(/^（\d{4}）榆.*人调字第\d+号$/)
    expect(await violations(page)).toEqual([])
    await picture(page, `print-${language}`)
    await page.getByRole('link', { name: mediation.back }).click()
    await signAgreement(page, language)
    await performAll(page, language, 3)
    expect(await violations(page)).toEqual([])
    await picture(page, `performed-${language}`)

    // Before the matter is closed no dossier is filed, and the page says why.
    await page.goto(`${BASE}/matters/${id}/dossier`)
    await page.getByText(dossier.refusal.DOSSIER_OPEN ?? '').waitFor()
    expect(await page.getByRole('button', { name: dossier.file }).isDisabled()).toBe(true)
    expect(await violations(page)).toEqual([])
    await desk.handle(code, true)

    // A paper is filled in and printed twice, masked and in full; what was signed by hand comes back as a scan.
    await page.goto(`${BASE}/matters/${id}/papers/closing-report`)
    await page.getByRole('textbox').first().fill('已达成协议并履行完毕，双方认可。')
    await page.getByRole('button', { name: dossier.printPdf }).click()
    expect((await made(page, dossier.save)).name).toBe(`结案报告表-${code}-1.pdf`)
    await page.getByLabel(dossier.full).check()
    await page.getByRole('button', { name: dossier.takeWord }).click()
    expect((await made(page, dossier.save)).name).toBe(`结案报告表-${code}-2.docx`)
    expect(await violations(page)).toEqual([])
    await scan(page, language, id, ['rights-notice', 'identity-proof', 'mediation-record'])
    expect(await violations(page)).toEqual([])

    // The dossier is bound; its pages read in Chinese and are numbered.
    expectVolume(await filed(page, language, id), ['演示原告', '演示被告', '受理登记表', '调解协议书', '回访记录', '调解记录'])
    await picture(page, `dossier-${language}`)

    // The court is answered with the agreement.
    await page.goto(own)
    await deed(page, words.deed.ANSWER)
    await page.locator('.page-head .state', { hasText: words.state.ANSWERED }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `referral-answered-${language}`)
    const told = await court.evaluate(async (of) => (await fetch(`/api/v1/partner/court/referrals/${of}`)).json() as Promise<Record<string, unknown>>, String(arrived.body.id))
    expect(told).toMatchObject({ outcome: 'AGREED', agreementNo, settled: [{ decision: 'TAKEN', reason: '法院来电更正标的。' }] })
    await leave(court)

    await onAPhone(page, [own, `${own}/conflicts`, `${BASE}/matters/${id}/papers`, `${BASE}/matters/${id}/papers/agreement`, `${BASE}/matters/${id}/dossier`, mediated])
    await desk.close()
  })
})

async function onAPhone(page: Page, addresses: readonly string[]): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of addresses) {
    await page.goto(address)
    expect(await violations(page), address).toEqual([])
    expect(await fits(page), address).toBe(true)
  }
}
