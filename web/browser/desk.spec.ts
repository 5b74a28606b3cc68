import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk } from './steps'
import { BASE, closeBrowser, openBrowser, signIn, violations, visitor } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

describe('the window', () => {
  it.each([
    ['zh', '噪声'],
    ['en', 'Noise'],
  ] as const)('registers by keyboard alone, gives a slip, and the matter reaches the archive, in %s', async (language, category) => {
    const page = await visitor('desk', language)
    await signIn(page, 'WINDOW')
    await page.goto(`${BASE}/register`)
    await page.locator('fieldset input').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.type('演示来访人')
    for (let n = 0; n < 3; n++) await page.keyboard.press('Tab')
    await page.keyboard.type('13900002222')
    await page.keyboard.press('Tab')
    await page.keyboard.type('楼上夜间施工，影响休息。')
    await page.keyboard.press('Tab')
    await page.keyboard.type(category)
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('和平小区二号楼')
    await page.keyboard.press('Control+Enter')
    await page.locator('.slip .code').first().waitFor()
    expect(await violations(page)).toEqual([])
    const code = (await page.locator('.slip .code').first().textContent()) ?? ''
    expect(code).toMatch(/^620123 \d{8} 8 \d{5} [0-9A-Z]$/)
    await page.context().close()

    const desk = await Desk.open(language)
    await desk.handle(code.replace(/\s/g, ''))
    await desk.archive(code.replace(/\s/g, ''))
    await desk.close()
  })
})

describe('the first screen of a role', () => {
  it.each(['DISPATCHER', 'TOWN_CLERK', 'CENTER_DIRECTOR', 'SYSTEM_ADMIN', 'AUDIT_ADMIN'])('of %s has no barrier in either language', async (role) => {
    for (const language of ['zh', 'en'] as const) {
      const page = await visitor('desk', language)
      await signIn(page, role)
      expect(await violations(page)).toEqual([])
      await page.context().close()
    }
  })
})
