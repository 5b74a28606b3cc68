import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk, registerByKeyboard } from './steps'
import { at, closeBrowser, leave, openBrowser, signIn, violations, visitor } from './world'

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
    await leave(page)

    const desk = await Desk.open(language)
    await desk.handle(code.replace(/\s/g, ''))
    await desk.archive(code.replace(/\s/g, ''))
    await desk.close()
  })
})

describe('the first screen of a role', () => {
  it.each(['DISPATCHER', 'TOWN_CLERK', 'CENTER_DIRECTOR', 'SYSTEM_ADMIN', 'AUDIT_ADMIN'])('of %s has no barrier in either language', async (role) => {
    const page = await visitor('desk', 'zh')
    await signIn(page, role)
    expect(await violations(page)).toEqual([])
    const later = await at(role, 'en', '/')
    expect(await violations(later)).toEqual([])
    await leave(page, later)
  })
})
