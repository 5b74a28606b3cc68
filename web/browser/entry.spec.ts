import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const CATEGORY = { zh: '噪声', en: 'Noise' }
const TOWN = { zh: '和平', en: 'Heping' }

/** A day so many days ago as the field of a true time takes it. */
const daysAgo = (days: number): string => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T09:30`

/** Fills what every registration needs. */
async function fill(page: Page, language: Language): Promise<void> {
  const { register } = texts[language]
  await page.goto(`${BASE}/register`)
  await page.getByLabel(register.name).first().fill('演示来访人')
  await page.getByLabel(register.facts).fill('楼上夜间施工，影响休息。')
  await page.getByLabel(register.category).fill(CATEGORY[language])
  await page.locator('[role=option]').first().click()
  await page.getByLabel(register.town).selectOption({ index: 1 })
  await page.getByLabel(register.place).fill('和平小区二号楼')
}

/** The matter just registered, opened from its slip. */
async function openFromSlip(page: Page, language: Language): Promise<void> {
  await page.locator('.slip .code').first().waitFor()
  await page.getByRole('link', { name: texts[language].register.slip.open }).click()
  await page.locator('.head h1').waitFor()
}

describe('an entry afterwards', () => {
  it.each(['zh', 'en'] as const)('gives the reason when it comes late, with a danger ticked by keyboard, in %s', async (language) => {
    const { common, matter, register, words } = texts[language]
    const page = await at('WINDOW', language)
    await fill(page, language)
    await page.getByRole('checkbox', { name: words.safety.WEAPON }).focus()
    await page.keyboard.press('Space')
    await page.getByText(register.safetyCheck).waitFor()
    await page.getByText(register.more).click()
    await page.getByRole('checkbox', { name: register.back }).check()
    await page.getByLabel(register.reportedAt).fill(daysAgo(20))
    await page.keyboard.press('Control+Enter')
    await page.getByText(common.problem.field.REQUIRED).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.type('停电期间手工登记')
    await page.keyboard.press('Control+Enter')

    await openFromSlip(page, language)
    await page.getByText('停电期间手工登记').waitFor()
    expect(await page.getByText(matter.backEntry, { exact: false }).count()).toBeGreaterThan(0)
    expect(await page.getByText(words.safety.WEAPON).count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})

describe('an entry for another unit', () => {
  it.each(['zh', 'en'] as const)('names both and the reason, in %s', async (language) => {
    const { matter, register } = texts[language]
    const page = await at('DISPATCHER', language)
    await fill(page, language)
    await page.getByText(register.more).click()
    const unit = page.getByRole('combobox', { name: register.proxyUnit })
    await unit.fill(TOWN[language])
    await page.locator('.more').getByRole('option', { name: TOWN[language] }).first().click()
    const name = await unit.inputValue()
    await page.getByLabel(register.proxyReason, { exact: true }).fill('乡镇停网，电话报来')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+Enter')

    await openFromSlip(page, language)
    await page.getByText(matter.proxy.replace('{unit}', name)).waitFor()
    await page.getByText('乡镇停网，电话报来').waitFor()
    await leave(page)
  })
})

describe('the first set-up', () => {
  it.each(['zh', 'en'] as const)('refuses a token that is not the printed one, in %s', async (language) => {
    const { session } = texts[language]
    const page = await visitor('desk', language)
    await page.goto(`${BASE}/setup`)
    expect(await violations(page)).toEqual([])
    await page.getByLabel(session.setup.token).fill('not-the-printed-one')
    await page.getByLabel(session.username).fill('second-first')
    await page.getByLabel(session.setup.displayName, { exact: true }).fill('演示管理员')
    await page.getByLabel(session.password, { exact: true }).fill('a sentence of my own')
    await page.getByLabel(session.setup.repeat).fill('a sentence of my own')
    await page.getByRole('button', { name: session.setup.submit }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel(session.username).inputValue()).toBe('second-first')
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})
