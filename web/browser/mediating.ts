import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { texts } from './texts'
import { BASE, violations, type Language } from './world'

/** A signed page of one pixel. */
export const PAGE = { name: 'signed.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') }
export const local = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(at)).replace(' ', 'T')
export const today = (): string => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** A picture of the page for whoever looks, when asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.HEJIE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** Nothing sticks out of the screen. */
export const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** Presses a button, fills its dialog, presses the dialog's own button. */
export async function step(page: Page, button: Locator, confirm: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await button.click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Registers a quarrel with both sides at the window and answers the matter's address and the two codes of its slip. */
export async function registerQuarrel(page: Page, language: Language, category: string): Promise<{ path: string; codes: string[] }> {
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

/** From the matter's page: a person chooses among the mediators who fit, and both sides agree. @returns the mediation's address */
export async function openMediation(page: Page, language: Language, turn: number): Promise<string> {
  const { matter, mediation } = texts[language]
  await page.getByRole('link', { name: matter.openMediation }).click()
  const choose = page.locator('tbody').getByRole('button', { name: mediation.chooseOf.replace('{name}', '') }).nth(turn)
  await choose.waitFor()
  expect(await violations(page)).toEqual([])
  // Both have agreed where it is opened, or they are asked after it, at once or one after the other.
  const how = turn === 0 ? 'at once' : language === 'zh' ? 'opened' : 'one by one'
  if (how === 'opened') {
    await page.getByLabel(mediation.agreedAlready).selectOption('WRITTEN')
    expect(await page.locator('.agreed li').count()).toBe(2)
    expect(await violations(page)).toEqual([])
  }
  await picture(page, `open-${language}`)
  await choose.click()
  await page.waitForURL(/\/mediations\/\d+$/)
  const plan = page.getByRole('button', { name: mediation.plan })
  await plan.waitFor()
  // Nobody sits down before both have agreed.
  expect(await plan.isDisabled()).toBe(how !== 'opened')
  if (how === 'at once') await step(page, page.getByRole('button', { name: mediation.consentOfAll }), mediation.record)
  for (const party of [0, 1]) {
    if (how === 'one by one') await step(page, page.locator('.lines').first().getByRole('button').nth(party), mediation.record)
    await page.locator('.lines').first().getByText(mediation.consentKinds.AGREED).nth(party).waitFor()
  }
  expect(await violations(page)).toEqual([])
  return page.url()
}

/** Sits down now, in the first room that is free; the minutes are typed by keyboard alone, read back, and stay. */
export async function sit(page: Page, language: Language, lines: [string, string]): Promise<void> {
  const { mediation } = texts[language]
  await page.getByRole('button', { name: mediation.plan }).click()
  const plan = page.getByRole('dialog')
  await plan.getByLabel(mediation.starts, { exact: true }).fill(local(Date.now()))
  await plan.getByLabel(mediation.ends, { exact: true }).fill(local(Date.now() + 120_000))
  const free = plan.locator('option:not([disabled])', { hasText: language === 'zh' ? '调解室' : 'Mediation room' }).first()
  await free.waitFor({ state: 'attached' })
  await plan.getByLabel(mediation.room).selectOption({ label: (await free.textContent()) ?? '' })
  expect(await violations(page)).toEqual([])
  await picture(page, `plan-${language}`)
  await plan.getByRole('button', { name: mediation.plan, exact: true }).click()
  await plan.waitFor({ state: 'detached' })
  await page.locator('a[href^="/mediation-sessions/"]').first().click()

  await page.getByRole('button', { name: mediation.markCame, exact: false }).first().waitFor()
  if (language === 'zh') await page.getByRole('button', { name: mediation.markAllCame }).click()
  for (const who of ['APPLICANT', 'RESPONDENT'] as const) {
    const line = page.locator('.lines li', { hasText: mediation.role[who] }).filter({ has: page.getByText(mediation.role[who], { exact: true }) })
    if (language === 'en') await line.getByRole('button').first().click()
    await line.getByText(mediation.came, { exact: true }).waitFor()
  }
  await page.getByRole('button', { name: mediation.addLine }).click()
  await page.keyboard.type(lines[0])
  await page.keyboard.press('Enter')
  await page.keyboard.type(lines[1])
  // Saved by hand, or with the reading back alone.
  if (language === 'zh') await page.keyboard.press('Control+s')
  await page.getByText(language === 'zh' ? mediation.saved : mediation.unsaved, { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, `minutes-${language}`)
  await step(page, page.getByRole('button', { name: mediation.readBack, exact: true }), mediation.readBack)
  await page.locator('.state', { hasText: mediation.results.AGREED }).waitFor()
  await page.locator('dd', { hasText: lines[1] }).waitFor()
}

/** What an agreement says: one sum, to be paid today. */
export interface Agreed {
  facts: string
  terms: string
  amount: string
}

/** Fills the agreement's form from the page of the mediation, without saving it. */
export async function fillDraft(page: Page, language: Language, agreed: Agreed): Promise<void> {
  const { mediation } = texts[language]
  await page.getByRole('link', { name: mediation.draw }).click()
  await page.getByLabel(mediation.facts).fill(agreed.facts)
  await page.getByLabel(mediation.terms).fill(agreed.terms)
  const row = (what: string): Locator => page.getByLabel(mediation.rowOf.replace('{n}', '1').replace('{what}', what))
  await row(mediation.amount).fill(agreed.amount)
  await row(mediation.dueOn).fill(today())
  await row(mediation.method).fill('银行转账')
  await page.getByLabel(mediation.total).fill(agreed.amount)
}

/** Saves the draft and answers the agreement's address. */
export async function saveDraft(page: Page, language: Language): Promise<string> {
  await page.getByRole('button', { name: texts[language].mediation.saveDraft }).click()
  await page.waitForURL(/\/agreements\/\d+$/)
  return page.url()
}

/** Signed on paper: the scan comes in. */
export async function signAgreement(page: Page, language: Language): Promise<void> {
  const { mediation } = texts[language]
  await step(page, page.getByRole('button', { name: mediation.sign }), mediation.sign, async (dialog) => {
    await dialog.locator('input[type=file]').first().setInputFiles(PAGE)
    await dialog.getByText(/^signed\.\w+$/).waitFor()
  })
}

/** Every obligation is kept. */
export async function performAll(page: Page, language: Language, count: number): Promise<void> {
  const { mediation } = texts[language]
  for (let n = 1; n <= count; n++) {
    await step(page, page.getByRole('button', { name: mediation.performedOf.replace('{n}', String(n)) }), mediation.performed)
  }
  await page.locator('.state', { hasText: mediation.agreementState.PERFORMED }).waitFor()
}
