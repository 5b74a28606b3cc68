import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from './texts'
import { closeBrowser, openBrowser, violations, visitor, type Language } from './world'

/** A new installation: no demo county, nobody holds a post, its tokens stand in its log. */
const NEW = process.env.HEJIE_NEW_URL ?? ''
const PASSWORD = '一句自己记得住的话 of my own'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** The token the server printed last for the post of an administrator. */
async function tokenOf(role: string): Promise<string> {
  const printed = (): string => [...readFileSync(process.env.HEJIE_NEW_LOG ?? '', 'utf8').matchAll(new RegExp(`${role} yet.*once: (\\S+)`, 'g'))].at(-1)?.[1] ?? ''
  await expect.poll(printed, { timeout: 60_000 }).not.toBe('')
  return printed()
}

async function fill(page: Page, language: Language, one: { token: string; username: string }): Promise<void> {
  const { session } = texts[language]
  await page.goto(`${NEW}/setup`)
  await page.getByLabel(session.setup.token).fill(one.token)
  await page.getByLabel(session.username).fill(one.username)
  await page.getByLabel(session.setup.displayName, { exact: true }).fill('演示管理员')
  await page.getByLabel(session.password, { exact: true }).fill(PASSWORD)
  await page.getByLabel(session.setup.repeat).fill(PASSWORD)
  await page.getByRole('button', { name: session.setup.submit }).click()
}

describe.skipIf(!NEW)('a new installation', () => {
  it.each([
    ['SYSTEM_ADMIN', 'zh', 'desk'],
    ['SECURITY_ADMIN', 'en', 'desk'],
    ['AUDIT_ADMIN', 'en', 'phone'],
  ] as const)('makes its %s by the printed token, who signs in, in %s on the %s', async (role, language, surface) => {
    const { session } = texts[language]
    const token = await tokenOf(role)
    const page = await visitor(surface, language)
    const username = role.toLowerCase().replace('_', '-')

    await fill(page, language, { token, username })
    await page.getByRole('heading', { name: session.setup.done }).waitFor()
    expect(await violations(page, { all: true })).toEqual([])
    await page.getByRole('link', { name: session.title }).last().click()
    await page.locator('input[name=username]').fill(username)
    await page.locator('input[name=password]').fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await page.locator('#content h1').waitFor()
    expect(await violations(page, { all: true })).toEqual([])
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/setup-${role}-${language}.png`, fullPage: true })

    await page.context().clearCookies()
    await fill(page, language, { token, username: `${username}-again` })
    await page.getByRole('alert').waitFor()
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/setup-again-${language}-${surface}.png`, fullPage: true })
    await page.context().close()
  })
})
