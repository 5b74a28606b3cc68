import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show } from '@/testing/mount'
import TimeLeft from './TimeLeft.vue'

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-23T14:05:00+08:00'), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

async function words(deadline: object | null, locale: 'zh' | 'en' = 'zh'): Promise<string> {
  const { page } = await show(TimeLeft, { props: { deadline }, locale })
  return page.text()
}

describe('the time left badge', () => {
  it('says how long is left', async () => {
    expect(await words({ dueAt: '2026-11-23T17:30:00+08:00' })).toContain('剩 3 小时')
    expect(await words({ dueAt: '2026-11-23T17:30:00+08:00' }, 'en')).toContain('3 h left')
  })

  it('says how long it is overdue', async () => {
    expect(await words({ dueAt: '2026-11-21T10:00:00+08:00' })).toContain('超期 2 天')
  })

  it('says by words, not by colour alone, that it is due soon', async () => {
    const deadline = { dueAt: '2026-11-23T15:00:00+08:00', amberAt: '2026-11-23T14:00:00+08:00' }
    expect(await words(deadline)).toMatch(/剩 55 分钟.*临期/)
  })

  it('says when there is no limit', async () => {
    expect(await words(null)).toBe('无时限')
  })
})
