import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk, registerByKeyboard } from './steps'
import { closeBrowser, openBrowser, signIn, violations, visitor } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

describe('the window', () => {
  it.each([
    ['zh', '噪声'],
    ['en', 'Noise'],
  ] as const)('registers by keyboard alone, gives a slip, and the matter reaches the archive, in %s', async (language, category) => {
    const page = await visitor('desk', language)
    await signIn(page, 'WINDOW')
    const code = await registerByKeyboard(page, category)
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
