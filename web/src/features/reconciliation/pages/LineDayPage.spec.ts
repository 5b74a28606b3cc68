import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession } from '@/shared/session/session'
import { show, type Shown } from '@/testing/mount'
import zh from '../locales/zh'
import LineDayPage from './LineDayPage.vue'

const figures = { said: 3, received: 2, refused: 0, waiting: 0, merged: 0, late: 0, missing: 1, repeated: 0, asked: 0, unannounced: 0 }
const of = { line: '12345', day: '2026-11-23', state: 'OPEN', figures, told: '3/2/0/0/0/1', signed: [], statement: { count: 3, listed: 3, source: 'TYPED', byName: '分流甲', at: '2026-11-23T10:00:00Z' } }
const rows = { items: [{ kind: 'MISSING', outsideNo: 'WX-2', times: 1, codes: [] }] }

const sent: { method: string; path: string; body: unknown }[] = []

beforeEach(() => {
  sent.length = 0
  setActivePinia(createPinia())
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    const body = request.method === 'GET' ? undefined : await request.json()
    sent.push({ method: request.method, path, body })
    const answer = path.endsWith('/rows') ? rows : path.endsWith('/numbering') ? {} : path.endsWith('/requests') ? { count: 1 } : of
    return new Response(JSON.stringify(answer), { status: 200, headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function open(role: string): Promise<Shown> {
  const shown = await show(LineDayPage, { props: { line: '12345', day: '2026-11-23' }, texts: { zh: { reconciliation: zh } } })
  useSession().session = { displayName: '甲', activePostId: 1, posts: [{ postId: 1, role, unitName: '中心' }], permissions: [] } as never
  await flushPromises()
  return shown
}

describe('a line’s day', () => {
  it('shows the missing number and what the line said', async () => {
    const { page } = await open('DISPATCHER')
    expect(page.text()).toContain('WX-2')
    expect(page.text()).toContain('3 件（手工录入，分流甲')
  })

  it('is not signed with a gap and no word', async () => {
    const { page } = await open('DISPATCHER')
    expect(page.get('button.primary').attributes('disabled')).toBeDefined()
  })

  it('is signed for as it was seen', async () => {
    const { page } = await open('DISPATCHER')
    await page.get('form textarea[maxlength="200"]').setValue('来源确认当天漏送')
    await page.get('button.primary').trigger('submit')
    await flushPromises()
    expect(sent).toContainEqual({ method: 'POST', path: '/lines/12345/days/2026-11-23/signatures', body: { told: '3/2/0/0/0/1', note: '来源确认当天漏送' } })
  })

  it('asks the line again for all that is missing', async () => {
    const { page } = await open('DISPATCHER')
    await page.findAll('button').find((one) => one.text() === zh.ask.button)?.trigger('click')
    await flushPromises()
    expect(page.text()).toContain('已催补 1 个编号')
  })

  it('is only read by who does not sign', async () => {
    const { page } = await open('COMMITTEE')
    expect(page.text()).toContain(zh.sign.mayNot)
    expect(page.get('button.primary').attributes('disabled')).toBeDefined()
  })
})
