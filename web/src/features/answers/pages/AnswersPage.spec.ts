import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '@/shared/session/session'
import { show, type Shown } from '@/testing/mount'
import zh from '../locales/zh'
import AnswersPage from './AnswersPage.vue'
import DeadLettersPage from './DeadLettersPage.vue'

const answer = { id: 1, outsideNo: 'F-1', code: '620123202611231000018', status: 'CLOSED', at: '2026-11-23T06:00:00Z', state: 'KEPT', via: '620123202611234000026' }
const dead = { id: 7, destination: 'line-court', subject: '620123202611231000018', attempts: 60, failure: 'HTTP_410', writtenAt: '2026-11-23T06:00:00Z' }
const sent: { method: string; path: string; body: unknown }[] = []

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    const text = request.method === 'GET' ? '' : await request.text()
    sent.push({ method: request.method, path, body: text ? JSON.parse(text) : undefined })
    if (path.endsWith('/resending') || path.endsWith('/setting-aside')) return new Response(null, { status: 204 })
    const items = path === '/dead-letters' ? [dead] : path.endsWith('/kept') ? [{ day: '2026-11-22', count: 3 }] : [answer]
    return new Response(JSON.stringify(path.endsWith('/hand-overs') ? { count: 1 } : { items }), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function open(page: typeof AnswersPage | typeof DeadLettersPage, role: string): Promise<Shown> {
  const shown = await show(page, { at: '/answers?line=court&on=2026-11-23', texts: { zh: { answers: zh } } })
  useSession().session = { displayName: '甲', activePostId: 1, posts: [{ postId: 1, role, unitName: '中心' }], permissions: [] } as never
  await flushPromises()
  return shown
}

const press = (shown: Shown, name: string) => shown.page.findAll('button').find((one) => one.text() === name)

describe('answers to a line without a system', () => {
  it('show with whose move they go', async () => {
    const { page } = await open(AnswersPage, 'DISPATCHER')
    expect(page.get('tbody').text()).toContain('F-1')
    expect(page.get('tbody').text()).toContain('随')
  })

  it('are marked as handed over for the day', async () => {
    const shown = await open(AnswersPage, 'DISPATCHER')
    await press(shown, zh.handOver)?.trigger('click')
    await flushPromises()
    expect(sent).toContainEqual({ method: 'POST', path: '/lines/court/answers/hand-overs', body: { on: '2026-11-23' } })
    expect(shown.page.text()).toContain('已标 1 条为已交付')
  })

  it('are handed over by none who only reads', async () => {
    const shown = await open(AnswersPage, 'COMMITTEE')
    expect(press(shown, zh.handOver)?.attributes('disabled')).toBeDefined()
  })
})

describe('a dead letter', () => {
  it('is sent again', async () => {
    const shown = await open(DeadLettersPage, 'DISPATCHER')
    await press(shown, zh.dead.resend)?.trigger('click')
    await flushPromises()
    expect(sent).toContainEqual({ method: 'POST', path: '/dead-letters/7/resending', body: undefined })
  })

  it('is only read by who may not act', async () => {
    const shown = await open(DeadLettersPage, 'COMMITTEE')
    expect(press(shown, zh.dead.resend)).toBeUndefined()
  })
})
