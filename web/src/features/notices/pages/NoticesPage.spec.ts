import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show, type Shown } from '@/testing/mount'
import zh from '../locales/zh'
import NoticesPage from './NoticesPage.vue'
import WishesPage from './WishesPage.vue'

const rows = [
  { id: 9, event: 'RETURNED', subject: '620123202611234000178', link: '/matters/17', at: '2026-11-23T06:00:00Z', fresh: true },
  { id: 5, event: 'LINE_GAP', subject: '12345 2026-11-22', link: '/reconciliation/12345/2026-11-22', at: '2026-11-23T05:00:00Z', fresh: false },
]
const wishes = { language: 'zh', phone: '138****5678', subscriptions: [{ event: 'RETURNED', page: true, sms: false, mail: false }] }
const sent: { method: string; path: string; body: unknown }[] = []

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    sent.push({ method: request.method, path, body: request.method === 'GET' ? undefined : await request.json() })
    if (path === '/notices/seen') return new Response(null, { status: 204 })
    const answer = path === '/notices' ? { items: rows } : path === '/notices/receipts' ? { items: [] } : wishes
    return new Response(JSON.stringify(answer), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function open(page: typeof NoticesPage | typeof WishesPage): Promise<Shown> {
  const shown = await show(page, { texts: { zh: { notices: zh } } })
  await flushPromises()
  return shown
}

describe('one’s own notices', () => {
  it('say what has happened to which code and lead there', async () => {
    const { page } = await open(NoticesPage)
    expect(page.findAll('li')[0]?.text()).toContain(zh.events.RETURNED)
    expect(page.findAll('li a')[1]?.attributes('href')).toBe('/reconciliation/12345/2026-11-22')
  })

  it('are marked as seen up to the newest, without a time', async () => {
    const { page } = await open(NoticesPage)
    await page.get('button').trigger('click')
    await flushPromises()
    expect(sent).toContainEqual({ method: 'PUT', path: '/notices/seen', body: { upTo: 9 } })
  })
})

describe('how one is told', () => {
  it('shows the own number masked and sends what was ticked', async () => {
    const { page } = await open(WishesPage)
    expect(page.text()).toContain('138****5678')
    await page.findAll('input[type="checkbox"]')[1]?.setValue(true)
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(sent).toContainEqual({
      method: 'PUT',
      path: '/notices/wishes',
      body: { language: 'zh', subscriptions: [{ event: 'RETURNED', page: true, sms: true, mail: false }] },
    })
  })
})
