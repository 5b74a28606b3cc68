import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** What the hotline's own system sends; the token is that of its account. */
async function send(token: string, outsideNo: string, facts: string): Promise<number> {
  const body = { outsideNo, category: '0202', title: '夜间施工扰民', facts, areaCode: '620123104', reportedAt: new Date().toISOString() }
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  return (await fetch(`${BASE}/api/v1/lines/12345/submissions`, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

/** Opens a page and waits until its list has rows or says why not. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${BASE}${path}`)
  await page.locator('.worklist :is(tbody tr, .empty)').first().waitFor()
}

/** Two administrators connect the hotline's system: one asks, the other approves, the first takes the token. */
async function connect(administrator: Page, language: Language): Promise<string> {
  const { admin, common, words } = texts[language]
  await open(administrator, '/admin/clients')
  await administrator.getByRole('button', { name: admin.add }).click()
  await administrator.getByLabel(admin.name).fill(`WT${Date.now()}`)
  await administrator.getByLabel(admin.line).selectOption({ label: words.line.HOTLINE })
  await administrator.getByLabel(admin.reason).fill('对接热线')
  expect(await violations(administrator)).toEqual([])
  await administrator.getByRole('button', { name: common.confirm }).click()
  await administrator.getByText(admin.grants.sent).waitFor()
  const security = await at('SECURITY_ADMIN', language)
  await rowAction(security, language, admin.grants.approve)
  expect(await violations(security)).toEqual([])
  await security.getByRole('button', { name: common.confirm }).click()
  await security.getByRole('dialog').waitFor({ state: 'detached' })
  await leave(security)
  await rowAction(administrator, language, admin.grants.take)
  await administrator.getByRole('button', { name: common.confirm }).click()
  const token = (await administrator.locator('.secret code').textContent()) ?? ''
  expect(await violations(administrator)).toEqual([])
  return token
}

/** Chooses what to do with the newest request for access. */
async function rowAction(page: Page, language: Language, name: string): Promise<void> {
  await open(page, '/admin/grants')
  await page.getByRole('button', { name: texts[language].common.list.rowActions }).first().click()
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor()
}

describe('a submission known otherwise', () => {
  it.each(['zh', 'en'] as const)('is compared and settled by a clerk, in %s', async (language) => {
    const { submissions } = texts[language]
    const administrator = await at('SYSTEM_ADMIN', language)
    const token = await connect(administrator, language)
    const number = `WT${Date.now()}`
    expect(await send(token, number, '楼上夜间施工，影响休息。')).toBe(201)
    expect(await send(token, number, '另一处工地夜间施工，与前一件不同。')).toBe(409)

    const page = await at('DISPATCHER', language)
    await open(page, '/submissions')
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: number }).click()
    await page.locator('h1', { hasText: number }).waitFor()
    await page.getByText(submissions.one.differs).first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('radio', { name: submissions.one.outcomes.ADD }).check()
    await page.getByRole('button', { name: submissions.one.settle }).click()
    await page.locator('.decided').waitFor()
    expect(await violations(page)).toEqual([])
    await leave(page, administrator)
  })
})

describe('the lists of visits and of moved deadlines', () => {
  it.each(['zh', 'en'] as const)('have no barrier, in %s', async (language) => {
    const page = await at('DISPATCHER', language)
    for (const path of ['/visits', '/visits?due=overdue', '/calendar/changes']) {
      await open(page, path)
      expect(await violations(page)).toEqual([])
    }
    await leave(page)
  })
})

describe('the audit log', () => {
  it.each(['zh', 'en'] as const)('says in words what was done, in %s', async (language) => {
    const { admin } = texts[language]
    const page = await at('AUDIT_ADMIN', language)
    await open(page, '/admin/audit?kind=SIGN_IN')
    await page.locator('tbody').getByText(admin.audit.actions.SIGNED_IN).first().waitFor()
    expect(await page.locator('tbody').textContent()).not.toMatch(/[A-Z]{3,}_[A-Z]{2,}/)
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})

describe('a lost second factor', () => {
  it('is taken away after a question', async () => {
    const { admin, common } = texts.zh
    const page = await at('SECURITY_ADMIN', 'zh')
    await open(page, '/admin/staff')
    await page.locator('tbody').getByRole('link').last().click()
    await page.getByRole('button', { name: admin.removeTotp }).click()
    await page.getByText(admin.removeTotpAsk).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: common.confirm }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await leave(page)
  })
})
