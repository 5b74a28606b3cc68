import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../http/problem'
import { show } from '@/testing/mount'
import RevealButton from './RevealButton.vue'

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

async function opened(ask: (request: object) => Promise<void>): Promise<VueWrapper> {
  const { page } = await show(RevealButton, { props: { ask } })
  await page.find('button.eye').trigger('click')
  await flushPromises()
  return page
}

describe('the eye beside masked details', () => {
  it('asks why before it shows anything', async () => {
    const asked: object[] = []
    const page = await opened(async (request) => void asked.push(request))
    expect(asked).toEqual([])
    await page.find('form').trigger('submit')
    expect(asked).toEqual([{ reason: 'CONTACT', text: undefined }])
  })

  it('takes the details back after 60 seconds', async () => {
    const page = await opened(async () => {})
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('60 秒后隐藏')
    vi.advanceTimersByTime(59_000)
    expect(page.emitted('gone')).toBeUndefined()
    vi.advanceTimersByTime(1_000)
    expect(page.emitted('gone')).toHaveLength(1)
  })

  it('tells when the day’s limit is reached and shows nothing', async () => {
    const page = await opened(async () => {
      throw new ProblemError({ status: 429, code: 'REVEAL_LIMIT_REACHED', detail: '今日查看次数已用完。', errors: [] })
    })
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('今日查看次数已用完。')
    expect(page.text()).not.toContain('秒后隐藏')
  })
})
