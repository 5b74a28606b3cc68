import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Another line for each language, so that neither finds the other's day signed. */
const LINES: Readonly<Record<Language, string>> = { zh: 'court', en: 'police' }

describe('reconciliation', () => {
  it.each(['zh', 'en'] as const)('is said, asked for again and signed, in %s', async (language) => {
    const { reconciliation } = texts[language]
    const page = await at('DISPATCHER', language, '/reconciliation')
    await page.locator('tbody tr').first().waitFor()
    expect(await page.locator('tbody tr').count()).toBe(8)
    expect(await violations(page)).toEqual([])
    await page.locator(`tbody a[href^="/reconciliation/${LINES[language]}/"]`).click()
    await page.getByRole('heading', { name: reconciliation.said.title }).waitFor()
    const again = page.getByRole('button', { name: reconciliation.said.again })
    if (await again.isVisible()) await again.click()
    await page.getByLabel(reconciliation.said.numbers).fill(`LOST-${Date.now()}\n`)
    await page.getByRole('button', { name: reconciliation.said.save }).click()
    await page.getByRole('button', { name: reconciliation.ask.button }).click()
    await page.getByText(reconciliation.rows.title).first().waitFor()
    expect(await violations(page)).toEqual([])
    const sign = page.getByRole('button', { name: reconciliation.sign.button })
    expect(await sign.isDisabled()).toBe(true)
    await page.getByLabel(reconciliation.sign.note).fill('来源确认，次日补送')
    await sign.click()
    await page.getByText(reconciliation.sign.done).waitFor()
    await page.getByRole('button', { name: reconciliation.signed.show }).first().click()
    await page.locator('.frozen').waitFor()
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})

describe('answers, notices and how one is told', () => {
  it.each(['zh', 'en'] as const)('have no barrier, in %s', async (language) => {
    const { notices } = texts[language]
    const page = await at('DISPATCHER', language)
    for (const path of ['/answers?line=court', '/dead-letters', '/notices', '/notices/wishes']) {
      await page.goto(`${BASE}${path}`)
      await page.locator('main h1').first().waitFor()
      await page.locator('main .panel, main .empty, main tbody').first().waitFor()
      expect(await violations(page)).toEqual([])
    }
    await page.getByRole('checkbox').first().uncheck()
    await page.getByRole('button', { name: notices.how.save }).click()
    await page.getByText(notices.how.saved).waitFor()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: notices.how.save }).click()
    await leave(page)
  })

  it.each(['zh', 'en'] as const)('refuse an address inside, in %s', async (language) => {
    const { answers, common } = texts[language]
    const page = await at('SYSTEM_ADMIN', language, '/admin/lines')
    await page.getByLabel(answers.ways.sms.address).fill('https://192.168.1.8/sms')
    await page.locator('section').filter({ hasText: answers.ways.sms.title }).getByRole('button', { name: answers.ways.save }).click()
    await page.locator('.error').getByText(common.problem.field.INSIDE).waitFor()
    await page.locator('summary').first().click()
    await page.getByLabel(answers.ways.address, { exact: false }).first().waitFor()
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})
