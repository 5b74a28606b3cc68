import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { fillDraft, local, openMediation, PAGE, picture, registerQuarrel, saveDraft, signAgreement, step, today } from './mediating'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const CATEGORY = { zh: '噪声', en: 'Noise' }

/** Opens the resident's page of a matter by the codes of its slip. */
async function follow(phone: Page, language: Language, codes: readonly string[]): Promise<void> {
  const { follow: words } = texts[language].resident
  await phone.goto(`${BASE}/r/follow`)
  await phone.getByLabel(words.code, { exact: true }).fill((codes[0] ?? '').replace(/\s/g, ''))
  await phone.getByLabel(words.query).fill((codes[1] ?? '').replace(/\s/g, ''))
  await phone.getByRole('button', { name: words.submit }).click()
}

/** What the page itself would send. */
const ask = <T>(page: Page, method: 'GET' | 'POST', path: string, body?: object, version?: number): Promise<T> =>
  page.evaluate(async ([how, where, what, seen]) => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? ''
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), ...(seen ? { 'If-Match': `"${seen}"` } : {}) }
    const answer = await fetch(`/api/v1${where}`, { method: how, headers, body: what && JSON.stringify(what) })
    if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }, [method, path, body, version] as const) as Promise<T>

/** A quarrel of that category, mediated and signed with a scan; answers the agreement's page and the slip's codes. */
async function signedAgreement(page: Page, language: Language, category: string): Promise<{ agreement: string; codes: string[] }> {
  const { path, codes } = await registerQuarrel(page, language, category)
  const matter = path.split('/').pop()
  const { items } = await ask<{ items: { mediator: { id: number }; recused: boolean }[] }>(page, 'GET', `/matters/${matter}/mediator-suggestions`)
  const own = await ask<{ id: number }>(page, 'POST', `/matters/${matter}/mediations`, { mediatorId: items[0]?.mediator.id, origin: 'APPLIED' })
  const { parties } = await ask<{ parties: { id: number; role: string }[] }>(page, 'GET', `/mediations/${own.id}`)
  await ask(page, 'POST', `/mediations/${own.id}/consents`, { partyIds: parties.map((party) => party.id), consent: 'AGREED', mode: 'ORAL' })
  const [obligor, obligee] = ['RESPONDENT', 'APPLICANT'].map((role) => parties.find((one) => one.role === role)?.id)
  const owed = { obligor, obligee, kind: 'PAY', amount: 900, dueOn: today(), method: '银行转账' }
  const drawn = await ask<{ id: number }>(page, 'POST', `/mediations/${own.id}/agreements`, { form: 'WRITTEN', facts: '事实清楚。', terms: '一次付清。', total: 900, obligations: [owed] })
  await page.goto(`${BASE}/agreements/${drawn.id}`)
  await signAgreement(page, language)
  return { agreement: page.url(), codes }
}

describe('a mediation', () => {
  it.each(['zh', 'en'] as const)('is moved by the resident, printed in full and packed for the court, in %s', { timeout: 240_000 }, async (language) => {
    const { mediation, resident, dossier } = texts[language]
    const page = await at('DISPATCHER', language)
    const trouble = await registerQuarrel(page, language, CATEGORY[language])
    const own = await openMediation(page, language, language === 'zh' ? 2 : 3)
    const begins = Date.now() + (language === 'zh' ? 3 : 4) * 86_400_000
    await step(page, page.getByRole('button', { name: mediation.plan }), mediation.plan, async (dialog) => {
      await dialog.getByLabel(mediation.kind, { exact: true }).selectOption('SITE')
      await dialog.getByLabel(mediation.starts, { exact: true }).fill(local(begins))
      await dialog.getByLabel(mediation.ends, { exact: true }).fill(local(begins + 3_600_000))
      await dialog.getByLabel(mediation.place).fill('和平小区五号楼下')
    })
    await page.locator('a[href^="/mediation-sessions/"]').first().waitFor()

    // The resident asks for another time by his code; the mediator moves the session.
    const phone = await visitor('phone', language)
    await follow(phone, language, trouble.codes)
    await phone.getByText(resident.mediation.sessions).waitFor()
    await phone.getByRole('button', { name: resident.mediation.move }).click()
    await phone.getByLabel(resident.mediation.proposed).fill(local(begins + 86_400_000))
    expect(await violations(phone)).toEqual([])
    await picture(phone, `resident-move-${language}`)
    await phone.getByRole('button', { name: resident.mediation.ask }).click()
    await phone.getByText(resident.mediation.decision.OPEN).waitFor()
    await page.locator('a[href^="/mediation-sessions/"]').first().click()
    await page.getByRole('button', { name: mediation.moveIt }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `wish-${language}`)
    const before = page.url()
    await step(page, page.getByRole('button', { name: mediation.moveIt }), mediation.moveIt)
    await page.waitForURL((url) => url.href !== before)

    // Agreed, printed with full names, packed for the court.
    await page.goto(own)
    await fillDraft(page, language, { facts: '装修损坏天花板两处。', terms: '被申请人付清修补费用。', amount: '900' })
    const agreement = await saveDraft(page, language)
    await signAgreement(page, language)
    await page.getByRole('link', { name: mediation.printFull }).click()
    await page.getByLabel(dossier.full).check()
    expect(await violations(page)).toEqual([])
    await picture(page, `paper-full-${language}`)
    await page.getByRole('button', { name: dossier.printPdf }).click()
    await page.getByRole('status').getByText('.pdf').waitFor()

    await page.goto(agreement)
    const missing = page.locator('.papers li', { hasText: mediation.courtStates.MISSING }).first()
    await missing.locator('input[type=file]').setInputFiles(PAGE)
    await missing.waitFor({ state: 'detached' })
    await step(page, page.getByRole('button', { name: mediation.pack }), mediation.pack, async (dialog) => {
      await dialog.getByLabel(mediation.court, { exact: true }).fill('榆中县人民法院')
      await dialog.getByLabel(mediation.delivery).fill('和平镇和平小区五号楼，0931-5220000')
      expect(await violations(page)).toEqual([])
      await picture(page, `pack-${language}`)
    })
    await page.getByText(mediation.packed).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `court-papers-${language}`)

    await follow(phone, language, trouble.codes)
    await phone.getByRole('button', { name: resident.mediation.paper.agreement }).click()
    await phone.getByText(resident.mediation.open).waitFor()
    expect(await violations(phone)).toEqual([])
    await picture(phone, `resident-papers-${language}`)
    await leave(phone, page)
  })

  it.each(['zh', 'en'] as const)('ends in an agreement that is sealed and checked by anybody, in %s', { timeout: 240_000 }, async (language) => {
    const { mediation, seal, common, resident } = texts[language]
    const clerk = await at('DISPATCHER', language)
    const { agreement, codes } = await signedAgreement(clerk, language, CATEGORY[language])
    await clerk.getByText(mediation.seal.onlyHead).waitFor()
    const { agreement: family } = await signedAgreement(clerk, language, language === 'zh' ? '抚养' : 'Child support')
    await leave(clerk)

    const head = await at('CENTER_DIRECTOR', language)
    await head.goto(family)
    await head.getByText(mediation.seal.hindrance.SEAL_CATEGORY).waitFor()
    expect(await head.getByRole('button', { name: mediation.seal.put }).isDisabled()).toBe(true)
    await head.goto(agreement)
    await step(head, head.getByRole('button', { name: mediation.seal.put }), mediation.seal.put)
    await head.getByText(mediation.seal.valid).waitFor()
    await head.getByRole('button', { name: mediation.seal.take }).click()
    await head.getByRole('status').getByText('.zip').waitFor()
    expect(await violations(head)).toEqual([])
    await picture(head, `sealed-${language}`)

    // Anybody with the two files, on a phone, without an account.
    const fetched = async (link: string): Promise<Buffer> => (await head.context().request.get(BASE + (await head.getByRole('link', { name: link, exact: true }).getAttribute('href')))).body()
    const [paper, file] = [await fetched(mediation.scan), await fetched(mediation.seal.file)]
    const phone = await visitor('phone', language)
    await phone.goto(`${BASE}/seal-check`)
    const check = async (bytes: Buffer): Promise<void> => {
      await phone.getByLabel(seal.check.paper, { exact: true }).setInputFiles({ name: 'agreement.png', mimeType: 'image/png', buffer: bytes })
      await phone.getByLabel(seal.check.seal, { exact: true }).setInputFiles({ name: 'agreement.p7s', mimeType: 'application/octet-stream', buffer: file })
      await phone.getByRole('button', { name: seal.check.submit, exact: true }).click()
    }
    await check(paper)
    await phone.getByText(seal.check.valid).waitFor()
    expect(await violations(phone)).toEqual([])
    await picture(phone, `seal-valid-${language}`)
    await check(Buffer.concat([paper, Buffer.from([0])]))
    await phone.getByText(common.sealReason.ALTERED).waitFor()
    expect(await violations(phone)).toEqual([])
    await picture(phone, `seal-altered-${language}`)
    await follow(phone, language, codes)
    await phone.getByRole('link', { name: resident.mediation.checkSeal }).waitFor()
    expect(await violations(phone)).toEqual([])
    await picture(phone, `seal-resident-${language}`)
    await leave(phone, head)

    const administrator = await at('SYSTEM_ADMIN', language, '/admin/seals')
    await administrator.getByRole('button', { name: seal.revokeOf.replace('{name}', '') }).first().waitFor()
    expect(await violations(administrator)).toEqual([])
    await picture(administrator, `seals-${language}`)
    await administrator.getByRole('button', { name: seal.bring }).click()
    await administrator.getByRole('dialog').getByLabel(seal.committee).waitFor()
    expect(await violations(administrator)).toEqual([])
    await picture(administrator, `seal-bring-${language}`)
    await leave(administrator)
  })

  it.each(['zh', 'en'] as const)('has its registers kept by those who may, in %s', { timeout: 120_000 }, async (language) => {
    const { mediation, common } = texts[language]
    const page = await at('CENTER_DIRECTOR', language, '/mediators')
    await page.getByRole('button', { name: mediation.addMediator }).click()
    await page.getByRole('dialog').locator('fieldset input').first().waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `mediator-new-${language}`)
    await page.getByRole('dialog').getByRole('button', { name: common.cancel, exact: true }).click()
    const change = page.locator('tbody').getByRole('button', { name: mediation.changeOf.replace('{name}', '') }).last()
    await step(page, change, mediation.changeMediator, async (dialog) => {
      await dialog.getByLabel(mediation.languages).fill(`普通话，榆中方言${language === 'zh' ? '' : '，英语'}`)
    })
    expect(await violations(page)).toEqual([])
    await picture(page, `mediators-${language}`)

    await page.goto(`${BASE}/mediation-rooms`)
    const name = `临时调解室${Date.now() % 100_000}`
    await step(page, page.getByRole('button', { name: mediation.addRoom }), mediation.addRoom, async (dialog) => {
      await dialog.getByLabel(mediation.roomName, { exact: true }).fill(name)
      await dialog.getByLabel(mediation.roomNameEn, { exact: true }).fill('Spare room')
      expect(await violations(page)).toEqual([])
      await picture(page, `room-new-${language}`)
    })
    await page.getByRole('rowheader', { name }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `rooms-${language}`)
    await leave(page)
    const desk = await at('MEDIATOR', language)
    for (const path of ['/mediations', '/mediations?whose=all', '/mediations/calendar', '/mediators']) {
      await desk.goto(BASE + path)
      await desk.locator('h1').first().waitFor()
      await desk.waitForLoadState('networkidle')
      expect(await violations(desk)).toEqual([])
      await picture(desk, `${path.replace(/\W+/g, '-')}-${language}`)
    }
    await leave(desk)
  })
})
