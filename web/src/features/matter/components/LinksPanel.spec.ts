import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { show } from '@/testing/mount'
import { serverWith } from '@/testing/server'
import { useSession } from '@/shared/session/session'
import zh from '../locales/zh'
import LinksPanel from './LinksPanel.vue'

const link = { id: 5, kind: 'DUP', outgoing: true, matterId: 8, code: '202611290001', title: '水泵房异响', status: 'REGISTERED', reason: '同一处', addedAt: '2026-11-29T01:00:00Z' }

describe('the matters this one belongs together with', () => {
  it('reads the matter again when somebody was faster, keeps the words, and then sends what is seen now', async () => {
    let answer: { status?: number; body?: unknown } = { status: 412, body: { code: 'STALE' } }
    const asked = serverWith({ 'GET /matters/7/links': { body: [link] }, 'POST /matters/7/links/5/removal': () => answer })
    const { page } = await show(LinksPanel, { props: { matterId: 7, version: '"3"' }, texts: { zh: { matter: zh } } })
    useSession().session = { displayName: '甲', activePostId: 1, posts: [], permissions: ['MATTER_DISPATCH'] } as never
    await flushPromises()
    await page.find('.link-button').trigger('click')
    await flushPromises()
    await page.find('dialog input').setValue('是另一处')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.emitted('changed')).toHaveLength(1)
    expect(page.find('[role=alert]').text()).toBe(zh.stale)

    answer = {}
    await page.setProps({ version: '"4"' })
    expect(page.find('dialog input').element).toHaveProperty('value', '是另一处')
    await flushPromises()
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked.filter((one) => one.method === 'POST').map((one) => one.headers.get('If-Match'))).toEqual(['"3"', '"4"'])
    expect(page.find('dialog').exists()).toBe(false)
  })

  it('shows nothing of one matter while another is read', async () => {
    serverWith({ 'GET /matters/7/links': { body: [link] }, 'GET /matters/9/links': { body: [] } })
    const { page } = await show(LinksPanel, { props: { matterId: 7, version: '"3"' }, texts: { zh: { matter: zh } } })
    await flushPromises()
    expect(page.text()).toContain(link.title)

    await page.setProps({ matterId: 9, version: '"1"' })

    expect(page.text()).not.toContain(link.title)
  })
})
