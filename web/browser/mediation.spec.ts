import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, closeBrowser, openBrowser, signIn, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const CATEGORY = { zh: '噪声', en: 'Noise' }
const PAGE = { name: 'signed.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') }
const local = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(at)).replace(' ', 'T')
const today = (): string => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** A picture of the page for whoever looks, when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
}

/** Registers a quarrel with both sides and answers the matter's address and the two codes of its slip. */
async function register(page: Page, language: Language, category = CATEGORY[language]): Promise<{ path: string; codes: string[] }> {
  const { register: words } = texts[language]
  await page.goto(`${BASE}/register`)
  await page.getByLabel(words.name).first().fill('演示申请人')
  await page.getByLabel(words.facts).fill('楼上装修损坏了楼下天花板，双方愿意调解。')
  await page.getByLabel(words.category).fill(category)
  await page.locator('[role=option]').first().click()
  await page.getByLabel(words.town).selectOption({ index: 1 })
  await page.getByLabel(words.place).fill('和平小区五号楼')
  await page.getByText(words.more).click()
  await page.getByLabel(words.respondent, { exact: false }).first().fill('演示被申请人')
  await page.keyboard.press('Control+Enter')
  await page.locator('.slip .code').first().waitFor()
  const codes = await page.locator('.slip .code').allTextContents()
  await page.getByRole('link', { name: words.slip.open }).click()
  await page.locator('.head h1').waitFor()
  return { path: new URL(page.url()).pathname, codes }
}

/** Opens the resident's page of a matter by the codes of its slip. */
async function follow(phone: Page, language: Language, codes: readonly string[]): Promise<void> {
  const { follow: words } = texts[language].resident
  await phone.goto(`${BASE}/r/follow`)
  await phone.getByLabel(words.code, { exact: true }).fill((codes[0] ?? '').replace(/\s/g, ''))
  await phone.getByLabel(words.query).fill((codes[1] ?? '').replace(/\s/g, ''))
  await phone.getByRole('button', { name: words.submit }).click()
}

/** Presses a button, fills its dialog, presses the dialog's own button. */
async function step(page: Page, button: Locator, confirm: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await button.click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
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
  const { path, codes } = await register(page, language, category)
  const matter = path.split('/').pop()
  const { items } = await ask<{ items: { mediator: { id: number }; recused: boolean }[] }>(page, 'GET', `/matters/${matter}/mediator-suggestions`)
  const own = await ask<{ id: number }>(page, 'POST', `/matters/${matter}/mediations`, { mediatorId: items[0]?.mediator.id, origin: 'APPLIED' })
  const { parties } = await ask<{ parties: { id: number; role: string }[] }>(page, 'GET', `/mediations/${own.id}`)
  for (const party of parties) await ask(page, 'POST', `/mediations/${own.id}/consents`, { partyId: party.id, consent: 'AGREED', mode: 'ORAL' })
  const [obligor, obligee] = ['RESPONDENT', 'APPLICANT'].map((role) => parties.find((one) => one.role === role)?.id)
  const owed = { obligor, obligee, kind: 'PAY', amount: 900, dueOn: today(), method: '银行转账' }
  const drawn = await ask<{ id: number }>(page, 'POST', `/mediations/${own.id}/agreements`, { form: 'WRITTEN', facts: '事实清楚。', terms: '一次付清。', total: 900, obligations: [owed] })
  await page.goto(`${BASE}/agreements/${drawn.id}`)
  await step(page, page.getByRole('button', { name: texts[language].mediation.sign }), texts[language].mediation.sign, async (dialog) => {
    await dialog.locator('input[type=file]').first().setInputFiles(PAGE)
    await dialog.getByText(/^signed\.\w+$/).waitFor()
  })
  return { agreement: page.url(), codes }
}

describe('a mediation', () => {
  it.each(['zh', 'en'] as const)('goes from opening to the last payment, in %s', { timeout: 240_000 }, async (language) => {
    const { matter, mediation } = texts[language]
    const page = await visitor('desk', language)
    await signIn(page, 'DISPATCHER')
    const trouble = await register(page, language)

    // A person chooses among those who fit.
    await page.getByRole('link', { name: matter.openMediation }).click()
    // Not the one who sat in the minute before: nobody sits in two rooms.
    const turn = (Math.floor(Date.now() / 60_000) % 4) * 2 + (language === 'zh' ? 0 : 1)
    const choose = page.locator('tbody').getByRole('button', { name: mediation.chooseOf.replace('{name}', '') }).nth(turn)
    await choose.waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `open-${language}`)
    await choose.click()
    await page.waitForURL(/\/mediations\/\d+$/)
    const own = page.url()

    // Nobody sits down before both have agreed.
    expect(await page.getByRole('button', { name: mediation.plan }).isDisabled()).toBe(true)
    for (const party of [0, 1]) {
      await step(page, page.locator('.lines').first().getByRole('button').nth(party), mediation.record)
      await page.locator('.lines').first().getByText(mediation.consentKinds.AGREED).nth(party).waitFor()
    }
    expect(await violations(page)).toEqual([])

    // Now, in the first room that is free.
    await page.getByRole('button', { name: mediation.plan }).click()
    const plan = page.getByRole('dialog')
    await plan.getByLabel(mediation.starts, { exact: true }).fill(local(Date.now()))
    await plan.getByLabel(mediation.ends, { exact: true }).fill(local(Date.now() + 120_000))
    await plan.locator('option:not([disabled])', { hasText: language === 'zh' ? '调解室' : 'Mediation room' }).first().waitFor({ state: 'attached' })
    const room = await plan.locator('option:not([disabled])', { hasText: language === 'zh' ? '调解室' : 'Mediation room' }).first().textContent()
    await plan.getByLabel(mediation.room).selectOption({ label: room ?? '' })
    expect(await violations(page)).toEqual([])
    await picture(page, `plan-${language}`)
    await plan.getByRole('button', { name: mediation.plan, exact: true }).click()
    await plan.waitFor({ state: 'detached' })
    await page.locator('a[href^="/mediation-sessions/"]').first().click()

    // The minutes are typed by keyboard alone, read back, and stay.
    await page.getByRole('button', { name: mediation.markCame, exact: false }).first().waitFor()
    for (const who of ['APPLICANT', 'RESPONDENT'] as const) {
      const line = page.locator('.lines li', { hasText: mediation.role[who] }).filter({ has: page.getByText(mediation.role[who], { exact: true }) })
      await line.getByRole('button').first().click()
      await line.getByText(mediation.came, { exact: true }).waitFor()
    }
    await page.getByRole('button', { name: mediation.addLine }).click()
    await page.keyboard.type('天花板损坏多少？')
    await page.keyboard.press('Enter')
    await page.keyboard.type('两处，修补约九百元。')
    await page.keyboard.press('Control+s')
    await page.getByText(mediation.saved, { exact: true }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `minutes-${language}`)
    await step(page, page.getByRole('button', { name: mediation.readBack, exact: true }), mediation.readBack)
    await page.locator('.state', { hasText: mediation.results.AGREED }).waitFor()

    // Sums that do not add up are refused at the field.
    await page.goto(own)
    await page.getByRole('link', { name: mediation.draw }).click()
    await page.getByLabel(mediation.facts).fill('装修损坏天花板两处。')
    await page.getByLabel(mediation.terms).fill('被申请人分三期付清修补费用。')
    const row = (n: number, what: string): Locator => page.getByLabel(mediation.rowOf.replace('{n}', String(n)).replace('{what}', what))
    await row(1, mediation.amount).fill('900')
    await row(1, mediation.dueOn).fill(today())
    await row(1, mediation.method).fill('银行转账')
    await page.getByRole('button', { name: mediation.split }).click()
    await page.getByLabel(mediation.total).fill('800')
    await page.getByRole('button', { name: mediation.saveDraft }).click()
    await page.getByText(texts[language].common.problem.field.SUM_DIFFERS).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `draft-${language}`)
    await page.getByLabel(mediation.total).fill('900')
    await page.getByRole('button', { name: mediation.saveDraft }).click()
    await page.waitForURL(/\/agreements\/\d+$/)

    // Printed, signed, performed.
    await page.getByRole('link', { name: mediation.preview }).click()
    await page.locator('.sheet .number').waitFor()
    expect(await page.locator('.sheet .number').textContent()).toMatch(/^（\d{4}）榆.*人调字第\d+号$/)
    expect(await violations(page)).toEqual([])
    await picture(page, `print-${language}`)
    await page.getByRole('link', { name: mediation.back }).click()
    await step(page, page.getByRole('button', { name: mediation.sign }), mediation.sign, async (dialog) => {
      await dialog.locator('input[type=file]').first().setInputFiles(PAGE)
      await dialog.getByText(/^signed\.\w+$/).waitFor()
    })
    for (const n of [1, 2, 3]) {
      await step(page, page.getByRole('button', { name: mediation.performedOf.replace('{n}', String(n)) }), mediation.performed)
    }
    await page.locator('.state', { hasText: mediation.agreementState.PERFORMED }).waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `performed-${language}`)

    // The other pages of the desk, the matter's history, and what the resident sees.
    for (const path of ['/mediations?whose=all', '/mediations/calendar', '/mediators', trouble.path]) {
      await page.goto(BASE + path)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page)).toEqual([])
      await picture(page, `${path.replace(/\W+/g, '-')}-${language}`)
    }
    await page.context().close()
  })

  it.each(['zh', 'en'] as const)('is moved by the resident, printed in full and packed for the court, in %s', { timeout: 240_000 }, async (language) => {
    const { matter, mediation, resident, dossier } = texts[language]
    const page = await visitor('desk', language)
    await signIn(page, 'DISPATCHER')
    const trouble = await register(page, language)
    await page.getByRole('link', { name: matter.openMediation }).click()
    const turn = language === 'zh' ? 2 : 3
    const choose = page.locator('tbody').getByRole('button', { name: mediation.chooseOf.replace('{name}', '') }).nth(turn)
    await choose.click()
    await page.waitForURL(/\/mediations\/\d+$/)
    const own = page.url()
    for (const party of [0, 1]) {
      await step(page, page.locator('.lines').first().getByRole('button').nth(party), mediation.record)
      await page.locator('.lines').first().getByText(mediation.consentKinds.AGREED).nth(party).waitFor()
    }
    const at = Date.now() + (language === 'zh' ? 3 : 4) * 86_400_000
    await step(page, page.getByRole('button', { name: mediation.plan }), mediation.plan, async (dialog) => {
      await dialog.getByLabel(mediation.kind, { exact: true }).selectOption('SITE')
      await dialog.getByLabel(mediation.starts, { exact: true }).fill(local(at))
      await dialog.getByLabel(mediation.ends, { exact: true }).fill(local(at + 3_600_000))
      await dialog.getByLabel(mediation.place).fill('和平小区五号楼下')
    })
    await page.locator('a[href^="/mediation-sessions/"]').first().waitFor()

    // The resident asks for another time by his code; the mediator moves the session.
    const phone = await visitor('phone', language)
    await follow(phone, language, trouble.codes)
    await phone.getByText(resident.mediation.sessions).waitFor()
    await phone.getByRole('button', { name: resident.mediation.move }).click()
    await phone.getByLabel(resident.mediation.proposed).fill(local(at + 86_400_000))
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
    await page.getByRole('link', { name: mediation.draw }).click()
    await page.getByLabel(mediation.facts).fill('装修损坏天花板两处。')
    await page.getByLabel(mediation.terms).fill('被申请人付清修补费用。')
    const row = (what: string): Locator => page.getByLabel(mediation.rowOf.replace('{n}', '1').replace('{what}', what))
    await row(mediation.amount).fill('900')
    await row(mediation.dueOn).fill(today())
    await row(mediation.method).fill('银行转账')
    await page.getByLabel(mediation.total).fill('900')
    await page.getByRole('button', { name: mediation.saveDraft }).click()
    await page.waitForURL(/\/agreements\/\d+$/)
    const agreement = page.url()
    await step(page, page.getByRole('button', { name: mediation.sign }), mediation.sign, async (dialog) => {
      await dialog.locator('input[type=file]').first().setInputFiles(PAGE)
      await dialog.getByText(/^signed\.\w+$/).waitFor()
    })
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
    await phone.context().close()
    await page.context().close()
  })

  it.each(['zh', 'en'] as const)('ends in an agreement that is sealed and checked by anybody, in %s', { timeout: 240_000 }, async (language) => {
    const { mediation, seal, common, resident } = texts[language]
    const clerk = await visitor('desk', language)
    await signIn(clerk, 'DISPATCHER')
    const { agreement, codes } = await signedAgreement(clerk, language, CATEGORY[language])
    await clerk.getByText(mediation.seal.onlyHead).waitFor()
    const { agreement: family } = await signedAgreement(clerk, language, language === 'zh' ? '抚养' : 'Child support')
    await clerk.context().close()

    const head = await visitor('desk', language)
    await signIn(head, 'CENTER_DIRECTOR')
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
    await phone.context().close()
    await head.context().close()

    const administrator = await visitor('desk', language)
    await signIn(administrator, 'SYSTEM_ADMIN')
    await administrator.goto(`${BASE}/admin/seals`)
    await administrator.getByRole('button', { name: seal.revokeOf.replace('{name}', '') }).first().waitFor()
    expect(await violations(administrator)).toEqual([])
    await picture(administrator, `seals-${language}`)
    await administrator.getByRole('button', { name: seal.bring }).click()
    await administrator.getByRole('dialog').getByLabel(seal.committee).waitFor()
    expect(await violations(administrator)).toEqual([])
    await picture(administrator, `seal-bring-${language}`)
    await administrator.context().close()
  })

  it.each(['zh', 'en'] as const)('has its registers kept by those who may, in %s', { timeout: 120_000 }, async (language) => {
    const { mediation, common } = texts[language]
    const page = await visitor('desk', language)
    await signIn(page, 'CENTER_DIRECTOR')
    await page.goto(`${BASE}/mediators`)
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
    await page.context().close()
    const desk = await visitor('desk', language)
    await signIn(desk, 'MEDIATOR')
    await desk.goto(`${BASE}/mediations`)
    await desk.locator('tbody, .empty').first().waitFor()
    expect(await violations(desk)).toEqual([])
    await picture(desk, `mediator-desk-${language}`)
    await desk.context().close()
  })
})
