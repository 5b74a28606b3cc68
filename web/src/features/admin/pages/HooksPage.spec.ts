import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show, type Shown } from '@/testing/mount'
import zh from '../locales/zh'
import HooksPage from './HooksPage.vue'

const court = { id: 7, partner: 'COURT', address: 'https://court.example/events', types: ['ANSWERED'], addedAt: '2026-11-28T01:00:00Z', forwardedTo: 40, last: 57, waiting: 0, held: false }
let rows: object[] = []
let failures: object[] = []
const sent: { path: string; body: unknown }[] = []

beforeEach(() => {
  rows = [court]
  failures = []
  sent.length = 0
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    if (request.method !== 'GET') sent.push({ path, body: await request.json().catch(() => undefined) })
    const answers: Record<string, object> = {
      '/partner-subscriptions': { items: rows },
      '/partner-subscriptions/7/failures': { items: failures },
      '/partner-subscriptions/7/test': { failure: 'HTTP_302' },
      '/partner-subscriptions/7/resending': { count: 1 },
    }
    const answer = answers[path]
    return answer ? new Response(JSON.stringify(answer), { status: 200, headers: { 'Content-Type': 'application/json' } }) : new Response(null, { status: 204 })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function open(): Promise<Shown> {
  const shown = await show(HooksPage, { texts: { zh: { admin: zh } } })
  await flushPromises()
  return shown
}

async function choose({ page }: Shown, label: string): Promise<void> {
  await page.get('.dots').trigger('click')
  await page.findAll('dialog button').find((button) => button.text() === label)!.trigger('click')
  await flushPromises()
}

describe('addresses of partners', () => {
  it('say how far each is and of what it is told', async () => {
    const { page } = await open()
    expect(page.get('tbody').text()).toContain(zh.hooks.partners.COURT)
    expect(page.get('tbody').text()).toContain('第 40 条，共 57 条')
    expect(page.get('tbody').text()).toContain(zh.hooks.news.ANSWERED)
    expect(page.get('tbody').text()).toContain(zh.hooks.running)
  })

  it('say when one event holds up the others', async () => {
    rows = [{ ...court, waiting: 17, held: true }]
    const { page } = await open()
    expect(page.get('tbody').text()).toContain(zh.hooks.held)
    expect(page.get('tbody').text()).toContain('17 条待送')
  })

  it('say in words what came of a test', async () => {
    const shown = await open()
    await choose(shown, zh.hooks.test)
    expect(shown.page.text()).toContain('对方返回 302 跳转，不跟随')
  })

  it('rest with one choice', async () => {
    await choose(await open(), zh.hooks.pause)
    expect(sent).toContainEqual({ path: '/partner-subscriptions/7/pause', body: undefined })
  })

  it('are sent again what was given up', async () => {
    failures = [{ id: 3, eventId: 'court-41', state: 'DEAD', attempts: 60, failure: 'TIMEOUT', triedAt: '2026-11-28T02:00:00Z' }]
    const shown = await open()
    await choose(shown, zh.hooks.failures)
    expect(shown.page.text()).toContain('court-41')
    expect(shown.page.text()).toContain(zh.hooks.failure.TIMEOUT)
    await shown.page.findAll('button').find((button) => button.text() === zh.hooks.resend)!.trigger('click')
    await flushPromises()
    expect(sent).toContainEqual({ path: '/partner-subscriptions/7/resending', body: undefined })
  })
})
