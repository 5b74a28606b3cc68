import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Nobody's: kept for documents (RFC 5737). Outside, so it may be entered. */
const NOBODYS = 'https://203.0.113.9/events'

const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.HEJIE_PICTURES) await page.screenshot({ path: `${process.env.HEJIE_PICTURES}/${name}.png`, fullPage: true })
}

/** The menu of the row the keys stand on, without the mouse. */
async function choose(page: Page, label: string): Promise<void> {
  await page.locator('tbody tr').filter({ hasText: NOBODYS }).first().locator('button').focus()
  await page.keyboard.press('.')
  await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click()
}

const confirm = async (page: Page, label: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

describe('addresses of partners', () => {
  it.each(['zh', 'en'] as const)('are entered, rest, are replayed and end by an administrator, in %s', { timeout: 120_000 }, async (language) => {
    const { admin, common } = texts[language]
    const page = await at('SYSTEM_ADMIN', language, '/admin/webhooks')
    await page.locator('.worklist .empty, tbody tr').first().waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `webhooks-empty-${language}`)

    // An address inside the network is refused beside its field.
    await page.getByRole('button', { name: admin.add }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(admin.hooks.address).fill('https://127.0.0.1/events')
    await page.keyboard.press('Enter')
    await dialog.getByText(common.problem.field.INSIDE).first().waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `webhooks-inside-${language}`)

    await dialog.getByLabel(admin.hooks.address).fill(NOBODYS)
    await page.keyboard.press('Enter')
    const secret = await page.locator('.secret code').textContent()
    expect(secret).toMatch(/^whsec_/)
    await page.getByText(admin.hooks.running).first().waitFor()
    expect(await violations(page)).toEqual([])
    await picture(page, `webhooks-${language}`)
    await page.getByRole('button', { name: admin.handedOver }).click()

    await choose(page, admin.hooks.pause)
    await page.getByText(admin.hooks.paused.replace('{at}', '').trim().split(' ')[0]!).first().waitFor()
    await choose(page, admin.hooks.failures)
    await page.getByText(admin.hooks.noFailures).waitFor()
    expect(await violations(page)).toEqual([])
    await choose(page, admin.hooks.replay)
    expect(await violations(page)).toEqual([])
    await picture(page, `webhooks-replay-${language}`)
    await page.getByRole('dialog').getByLabel(admin.hooks.from).fill('1')
    await confirm(page, common.confirm)
    await choose(page, admin.hooks.rotate)
    await confirm(page, common.confirm)
    expect(await page.locator('.secret code').textContent()).not.toBe(secret)
    await choose(page, admin.hooks.end)
    await confirm(page, common.confirm)
    await page.getByText(NOBODYS).waitFor({ state: 'detached' })
    await leave(page)
  })

  it('fit a phone', { timeout: 60_000 }, async () => {
    const page = await at('SYSTEM_ADMIN', 'zh', '/admin/webhooks', 'phone')
    await page.locator('.worklist .empty, tbody tr').first().waitFor()
    expect(await fits(page)).toBe(true)
    expect(await violations(page)).toEqual([])
    await picture(page, 'webhooks-phone')
    await leave(page)
  })

  it('are shut to a dispatcher', { timeout: 60_000 }, async () => {
    const page = await at('DISPATCHER', 'zh')
    const status = await page.evaluate(async () => (await fetch('/api/v1/partner-subscriptions')).status)
    expect(status).toBe(403)
    await leave(page)
  })
})

describe('the accounts of systems', () => {
  it.each(['zh', 'en'] as const)('say how a token is got, in %s', { timeout: 60_000 }, async (language) => {
    const { admin } = texts[language]
    const page = await at('SYSTEM_ADMIN', language, '/admin/clients')
    await page.getByText(admin.tokens.title).focus()
    await page.keyboard.press('Enter')
    await page.getByText(`${BASE}/oauth2/token`).waitFor()
    expect(await fits(page)).toBe(true)
    expect(await violations(page)).toEqual([])
    await picture(page, `clients-${language}`)
    const metadata = await page.evaluate(async () => (await fetch('/.well-known/oauth-authorization-server')).json())
    expect(metadata.grant_types_supported).toEqual(['client_credentials'])
    await leave(page)
  })

  it('of the procuratorate speaks for no line', { timeout: 60_000 }, async () => {
    const { admin, common } = texts.zh
    const page = await at('SYSTEM_ADMIN', 'zh', '/admin/clients')
    await page.getByRole('button', { name: admin.add }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(admin.name, { exact: true }).fill(`检察系统 ${Date.now()}`)
    const unit = page.waitForResponse((answer) => answer.url().includes('/units?'))
    await dialog.getByLabel(admin.line).selectOption('PROSECUTION')
    await unit
    await dialog.getByLabel(admin.reason).fill('检调对接')
    const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/grant-requests'))
    expect(await violations(page)).toEqual([])
    await picture(page, 'client-prosecution')
    await confirm(page, common.confirm)
    const body = (await asked).postDataJSON()
    expect(body.scopes).toEqual(['partner:prosecution:submit', 'partner:prosecution:read'])
    expect(body.unitId).toBeGreaterThan(0)
    await leave(page)
  })
})
