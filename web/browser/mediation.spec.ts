import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, local, openMediation, PAGE, picture, registerQuarrel, saveDraft, signAgreement, step } from './mediating'
import { texts } from './texts'
import { BASE, closeBrowser, openBrowser, signIn, violations, visitor } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const CATEGORY = { zh: '噪声', en: 'Noise' }
describe('a mediation', () => {
  it.each(['zh', 'en'] as const)('is moved by the resident, printed in full and packed for the court, in %s', { timeout: 240_000 }, async (language) => {
    const { mediation, resident, dossier } = texts[language]
    const page = await visitor('desk', language)
    await signIn(page, 'DISPATCHER')
    const trouble = await registerQuarrel(page, language, CATEGORY[language])
    const own = await openMediation(page, language, language === 'zh' ? 2 : 3)
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
    const follow = async (): Promise<void> => {
      await phone.goto(`${BASE}/r/follow`)
      await phone.getByLabel(resident.follow.code, { exact: true }).fill((trouble.codes[0] ?? '').replace(/\s/g, ''))
      await phone.getByLabel(resident.follow.query).fill((trouble.codes[1] ?? '').replace(/\s/g, ''))
      await phone.getByRole('button', { name: resident.follow.submit }).click()
      await phone.getByText(resident.mediation.sessions).waitFor()
    }
    await follow()
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

    await follow()
    await phone.getByRole('button', { name: resident.mediation.paper.agreement }).click()
    await phone.getByText(resident.mediation.open).waitFor()
    expect(await violations(phone)).toEqual([])
    await picture(phone, `resident-papers-${language}`)
    await phone.context().close()
    await page.context().close()
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
    for (const path of ['/mediations', '/mediations?whose=all', '/mediations/calendar', '/mediators']) {
      await desk.goto(BASE + path)
      await desk.locator('h1').first().waitFor()
      await desk.waitForLoadState('networkidle')
      expect(await violations(desk)).toEqual([])
      await picture(desk, `${path.replace(/\W+/g, '-')}-${language}`)
    }
    await desk.context().close()
  })
})
