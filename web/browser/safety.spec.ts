import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from './texts'
import { codeOf } from './totp'
import { BASE, at, closeBrowser, givePassword, openBrowser, signIn, violations, visitor } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const { common, matter, session, words } = texts.zh

/** The address of some matter with people in it that the reader may see. */
async function someMatter(page: Page, bucket = 'all'): Promise<string> {
  await page.goto(`${BASE}/matters?bucket=${bucket}`)
  const path = await page.locator('tbody a.open').first().getAttribute('href')
  return BASE + (path ?? '')
}

/** Sends a request as the page would, and gives the status of the answer. */
function post(page: Page, path: string, body: object): Promise<number> {
  return page.evaluate(
    async ([to, content]) => {
      const token = document.cookie.match(/XSRF-TOKEN=([^;]*)/)?.[1] ?? ''
      const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) }
      return (await fetch(`/api/v1${to}`, { method: 'POST', headers, body: content })).status
    },
    [path, JSON.stringify(body)] as const,
  )
}

describe('two people at one matter', () => {
  it('the second is told what happened, keeps what was typed, and sends it again', async () => {
    const run = Date.now()
    const [first, second] = [`先打开的人记的话 ${run}`, `后打开却先提交的话 ${run}`]
    const [one, other] = [await visitor('desk', 'zh'), await visitor('desk', 'zh')]
    await signIn(one, 'DISPATCHER')
    await signIn(other, 'DISPATCHER')
    const address = await someMatter(one, 'toDispatch')
    const note = async (page: Page, text: string): Promise<void> => {
      await page.goto(address)
      await page.locator('.actions').getByRole('button', { name: words.action.NOTE, exact: true }).click()
      await page.getByRole('dialog').getByLabel(matter.field.text).fill(text)
    }
    const send = (page: Page): Promise<void> => page.getByRole('dialog').getByRole('button', { name: words.action.NOTE, exact: true }).click()

    await note(one, first)
    await note(other, second)
    await send(other)
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await send(one)
    await one.getByText(matter.stale).waitFor()
    await one.getByText(matter.staleNew).first().waitFor()
    expect(await one.getByRole('dialog').getByLabel(matter.field.text).inputValue()).toBe(first)
    expect(await violations(one)).toEqual([])

    await send(one)
    await one.getByRole('dialog').waitFor({ state: 'detached' })
    await one.getByText(first).waitFor()
    expect(await one.getByText(second).count()).toBe(1)
  })
})

describe('a masked name', () => {
  const eye = (page: Page) => page.getByRole('button', { name: common.mask.reveal }).first()

  it('is shown for a reason and hidden again', async () => {
    const page = await at('DISPATCHER', 'zh')
    await page.goto(await someMatter(page, 'toDispatch'))
    await eye(page).click()
    expect(await violations(page)).toEqual([])
    await page.getByLabel(common.mask.why).selectOption('VERIFY_IDENTITY')
    await page.getByRole('button', { name: common.mask.show }).click()
    await page.getByRole('timer').waitFor()
    expect(await page.locator('.people li b').first().textContent()).not.toContain('*')
    await page.getByRole('button', { name: common.mask.hide }).click()
    expect(await page.locator('.people li b').first().textContent()).toContain('*')
  })

  it('stays masked when the number of the day is used up, and the page says so', async () => {
    const page = await at('CENTER_DIRECTOR', 'zh', '/matters?bucket=all')
    await page.locator('tbody a.open').first().waitFor()
    const paths = await page.locator('tbody a.open').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    // some matters have no people, such as those of a lawsuit that was pushed
    const [address, id] = await page.evaluate(async (candidates) => {
      for (const path of candidates) {
        const { parties } = (await (await fetch(`/api/v1${path}`)).json()) as { parties: { id: number; name: string }[] }
        if (parties[0]?.name.includes('*')) return [path, parties[0].id] as const
      }
      return ['', 0] as const
    }, paths)
    for (let n = 0; n < 60 && (await post(page, `/parties/${id}/reveals`, { reason: 'CONTACT' })) === 200; n++);
    await page.goto(BASE + address)
    await eye(page).click()
    await page.getByRole('button', { name: common.mask.show }).click()
    await page.getByText('已达上限').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await page.locator('.people li b').first().textContent()).toContain('*')
  })
})

describe('the second factor', () => {
  it('is set up on the own page and asked for at the next sign-in', async () => {
    const page = await visitor('desk', 'zh')
    await signIn(page, 'COMMITTEE')
    await page.goto(`${BASE}/account`)
    await page.getByRole('button', { name: session.account.enrol }).click()
    const secret = (await page.locator('code.num').textContent()) ?? ''
    expect(await violations(page)).toEqual([])
    await page.getByLabel(session.account.code).fill('000000')
    await page.getByRole('button', { name: session.account.confirm }).click()
    await page.getByText(common.problem.field.WRONG).waitFor()
    await page.getByLabel(session.account.code).fill(codeOf(secret))
    await page.getByRole('button', { name: session.account.confirm }).click()
    await page.getByText(session.account.enrolled).waitFor()
    const id = await page.evaluate(async () => ((await (await fetch('/api/v1/session')).json()) as { staffId: number }).staffId)

    const again = await visitor('desk', 'zh')
    await givePassword(again, 'COMMITTEE')
    await again.getByLabel(session.totp).fill('000000')
    await again.getByRole('button', { name: session.submit }).click()
    await again.getByText(session.INVALID_TOTP).waitFor()
    expect(await violations(again)).toEqual([])
    await again.getByLabel(session.totp).fill(codeOf(secret, 1))
    await again.getByRole('button', { name: session.submit }).click()
    await again.locator('#content h1').waitFor()

    const security = await at('SECURITY_ADMIN', 'zh')
    expect(await post(security, `/staff/${id}/totp-removal`, {})).toBe(204)
  })
})
