import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openByCode } from './steps'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Registers at the window, saying the same as the last time, and tells what the page knew while it was typed. */
async function register(page: Page, facts: string, language: Language): Promise<{ code: string; known: number }> {
  const { register } = texts[language]
  await page.goto(`${BASE}/register`)
  await page.locator('fieldset input').first().fill('演示来访人')
  const looked = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/twins'))
  await page.getByLabel(register.facts).fill(facts)
  await looked
  await page.getByText(register.twins.none).or(page.getByText(/Alt\+Q/)).first().waitFor()
  await page.getByLabel(register.category).fill('0202')
  await page.locator('[role=option]').first().click()
  await page.locator('.place select').first().selectOption({ index: 1 })
  await page.locator('.place input').last().fill('和平小区二号楼')
  const known = await page.locator('.twin').count()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.locator('.slip .code').first().waitFor()
  return { code: ((await page.locator('.slip .code').first().textContent()) ?? '').replace(/\s/g, ''), known }
}

/** The number of the matter in the address. */
async function idOf(page: Page, code: string): Promise<string> {
  await openByCode(page, code)
  return /\/matters\/(\d+)/.exec(page.url())?.[1] ?? ''
}

describe('two reports of one trouble', () => {
  it.each(['zh', 'en'] as const)('are hinted at, compared, merged, and one is un-merged, in %s', async (language) => {
    const { matter, twins, words } = texts[language]
    const run = String(Date.now())
    const facts = `变压器夜里嗡嗡作响${run}，低频噪声穿墙，住户整晚失眠，供电所来看过两次没有结果。`
    const window = await at('WINDOW', language)
    const first = await register(window, facts, language)
    const second = await register(window, `${facts}请尽快处理。`, language)
    expect(second.known).toBeGreaterThan(0)
    await leave(window)

    const page = await at('DISPATCHER', language)
    const master = await idOf(page, first.code)
    const twin = await idOf(page, second.code)
    await page.locator('.alike').getByRole('link', { name: matter.compare }).first().click()
    await page.getByRole('heading', { name: twins.review }).waitFor()
    await page.goto(`${BASE}/twins/review?ids=${master},${twin}`)
    await page.getByRole('button', { name: twins.do.MERGE, exact: true }).waitFor()
    expect(await page.locator('.differs').count()).toBeGreaterThan(0)
    expect(await violations(page)).toEqual([])
    await page.getByLabel(twins.reason).fill('同一台变压器')
    await page.keyboard.press('Control+Enter')
    await page.getByText(twins.did.MERGE).waitFor()

    await page.goto(`${BASE}/matters/${twin}`)
    await page.locator('.head .status', { hasText: words.status.MERGED }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('.links').getByRole('button', { name: matter.unmerge }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(matter.linkReason).fill('另一台变压器')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: matter.unmerge, exact: true }).click()
    await page.locator('.head .status', { hasText: words.status.REGISTERED }).waitFor()

    await page.goto(`${BASE}/twins/review?ids=${master},${twin}`)
    await page.getByLabel(twins.choice.APART).check()
    await page.getByLabel(twins.reason).fill('两台变压器')
    await page.getByRole('button', { name: twins.do.APART, exact: true }).click()
    await page.getByText(twins.did.APART).waitFor()
    expect(await violations(page)).toEqual([])

    await page.getByLabel(twins.choice.SERIES).check()
    await page.getByLabel(twins.seriesName).fill(`变压器噪声${run}`)
    await page.getByLabel(twins.reason).fill('同一厂家的设备')
    await page.getByRole('button', { name: twins.do.SERIES, exact: true }).click()
    await page.getByText(twins.did.SERIES).waitFor()
    await page.goto(`${BASE}/series`)
    await page.getByRole('link', { name: `变压器噪声${run}` }).click()
    await page.locator('tbody tr').nth(1).waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(`${BASE}/twins`)
    await page.locator('.worklist :is(tbody tr, .empty)').first().waitFor()
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})
