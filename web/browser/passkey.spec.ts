import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CDPSession, Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, passwordOf, signIn, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Passkeys are bound to a name; the same server under the name of this machine, which `hejie.public-url` is by default. */
const HERE = BASE.replace('127.0.0.1', 'localhost')

interface Device {
  page: Page
  cdp: CDPSession
  authenticatorId: string
}

/** A visitor whose browser has a device that keeps passkeys and verifies its owner. */
async function withDevice(surface: 'desk' | 'phone', language: Language): Promise<Device> {
  const page = await visitor(surface, language)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  })
  return { page, cdp, authenticatorId }
}

/** Registers a passkey on the own account's page. */
async function register(page: Page, language: Language, role: string, name: string): Promise<void> {
  const { common, session } = texts[language]
  await page.goto(`${HERE}/account`)
  await page.getByRole('button', { name: session.passkeys.add }).click()
  await page.getByLabel(session.passkeys.name).fill(name)
  await page.getByLabel(session.passkeys.password).fill('not the password')
  await page.getByRole('button', { name: session.passkeys.register }).click()
  await page.getByRole('alert').waitFor()
  expect(await violations(page, { all: true })).toEqual([])
  await page.getByLabel(session.passkeys.password).fill(passwordOf(role))
  await page.getByRole('button', { name: session.passkeys.register }).click()
  await page.getByRole('row', { name: new RegExp(`${name}.*${common.passkeys.never}`) }).waitFor()
}

async function signedOut(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${HERE}/sign-in`)
}

describe('a passkey', () => {
  for (const [surface, language, role] of [['desk', 'zh', 'MEDIATOR'], ['phone', 'en', 'TOWN_CLERK']] as const) {
    it(`is registered, signs in and is removed, on the ${surface}`, async () => {
      const { common, session } = texts[language]
      const { page, cdp, authenticatorId } = await withDevice(surface, language)
      const name = `Device ${Date.now()}`
      await signIn(page, role, HERE)
      await register(page, language, role, name)
      expect(await violations(page, { all: true })).toEqual([])
      const kept = (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials[0]
      expect([kept?.rpId, kept?.isResidentCredential]).toEqual(['localhost', true])

      await signedOut(page)
      expect(await violations(page, { all: true })).toEqual([])
      await page.getByRole('button', { name: session.passkeys.button }).click()
      await page.locator('#content h1').waitFor()
      await page.goto(`${HERE}/account`)
      await page.locator('table.sessions').getByText(common.sessions.ways.PASSKEY).first().waitFor()
      expect(await page.locator('.passkeys').getByRole('row', { name }).textContent()).not.toContain(common.passkeys.never)

      await page.locator('.passkeys').getByRole('button', { name: `${common.passkeys.remove} ${name}` }).click()
      await page.locator('.passkeys').getByRole('row', { name }).waitFor({ state: 'detached' })
      await signedOut(page)
      await page.getByRole('button', { name: session.passkeys.button }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.evaluate(async () => (await fetch('/api/v1/session')).status)).toBe(401)
      await page.context().close()
    })
  }

  it('of a device that does not verify its owner signs nobody in', async () => {
    const { session } = texts.zh
    const { page, cdp, authenticatorId } = await withDevice('desk', 'zh')
    await signIn(page, 'UNIT_CLERK', HERE)
    await register(page, 'zh', 'UNIT_CLERK', `设备 ${Date.now()}`)
    await signedOut(page)
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.getByRole('button', { name: session.passkeys.button }).click()
    await page.getByText(session.passkeys.givenUp.CANCELLED).waitFor()
    expect(await page.evaluate(async () => (await fetch('/api/v1/session')).status)).toBe(401)
    await page.context().close()
  })

  it('that was lost is removed by the security administrator', async () => {
    const { admin, common } = texts.zh
    const { page } = await withDevice('desk', 'zh')
    const name = `丢失的手机 ${Date.now()}`
    await signIn(page, 'UNIT_CLERK', HERE)
    await register(page, 'zh', 'UNIT_CLERK', name)
    const id = await page.evaluate(async () => ((await (await fetch('/api/v1/session')).json()) as { staffId: number }).staffId)

    const security = await at('SECURITY_ADMIN', 'zh', `/admin/staff/${id}`)
    await security.getByRole('button', { name: `${common.passkeys.remove} ${name}` }).click()
    await security.getByRole('dialog', { name: admin.removePasskey }).getByRole('button', { name: common.confirm }).click()
    await security.getByRole('row', { name }).waitFor({ state: 'detached' })
    expect(await violations(security)).toEqual([])
    await page.reload()
    await page.getByRole('heading', { name: common.passkeys.title }).waitFor()
    await expect.poll(() => page.getByRole('row', { name }).count()).toBe(0)
    await leave(page, security)
  })

  it('is not offered at another address', async () => {
    const { common, session } = texts.zh
    const page = await visitor('desk', 'zh')
    await page.goto(`${BASE}/sign-in`)
    await page.getByRole('button', { name: session.submit }).waitFor()
    await signIn(page, 'MEDIATOR')
    await page.goto(`${BASE}/account`)
    await page.getByRole('heading', { name: common.passkeys.title }).waitFor()
    await page.getByText(session.passkeys.elsewhere.replace('{address}', HERE)).waitFor()
    expect(await page.getByRole('button', { name: session.passkeys.add }).count()).toBe(0)
    await page.context().close()
  })
})
