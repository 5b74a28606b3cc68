import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openByCode } from './steps'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

describe('red risk', () => {
  it.each([
    ['desk', 'zh'],
    ['desk', 'en'],
    ['phone', 'zh'],
    ['phone', 'en'],
  ] as const)('is raised by one, opens the morning meeting and is lowered by two, on the %s in %s', async (surface, language) => {
    const { matter, joint, words } = texts[language]
    const move = async (page: Page, what: keyof typeof matter.risk.move, ground?: string): Promise<void> => {
      await page.getByRole('button', { name: matter.risk.move[what], exact: true }).click()
      const dialog = page.getByRole('dialog')
      if (ground) await dialog.getByLabel(matter.risk.groundLabel).selectOption(ground)
      await dialog.getByLabel(matter.risk.reason).fill('当事人扬言今晚上门')
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('button', { name: matter.risk.move[what], exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
    }

    const dispatcher = await at('DISPATCHER', language, '/matters?bucket=inHand', surface)
    await dispatcher.goto(BASE + ((await dispatcher.locator('tbody a.open').first().getAttribute('href')) ?? ''))
    const code = ((await dispatcher.locator('.head b.num').first().textContent()) ?? '').replace(/\s/g, '')
    await move(dispatcher, 'RAISE', 'THREAT')
    await dispatcher.locator('.head .risk', { hasText: words.risk.RED }).waitFor()
    expect(await violations(dispatcher)).toEqual([])

    const director = await at('CENTER_DIRECTOR', language, '/morning', surface)
    await director.getByText(joint.agenda.RED).first().waitFor()
    await director.locator(`.agenda a[href="${new URL(dispatcher.url()).pathname}"]`).first().waitFor()

    await move(dispatcher, 'ASK_TO_LOWER')
    await dispatcher.getByRole('button', { name: matter.risk.move.ASK_TO_LOWER }).waitFor({ state: 'detached' })
    expect(await dispatcher.getByRole('button', { name: matter.risk.move.DECIDE }).count()).toBe(0)

    await openByCode(director, code)
    await move(director, 'DECIDE')
    await director.locator('.head .risk').waitFor({ state: 'detached' })
    expect(await violations(director)).toEqual([])
    await leave(dispatcher, director)
  })
})
