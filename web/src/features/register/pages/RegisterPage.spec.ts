import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { show, type Shown } from '@/testing/mount'
import { serverWith } from '@/testing/server'
import zh from '../locales/zh'
import RegisterPage from './RegisterPage.vue'

const reference = {
  'GET /categories': { body: [{ code: '02', name: '邻里', children: [{ code: '0202', name: '噪声', children: [] }] }] },
  'GET /areas': { body: { items: [{ code: '620123104', name: '和平镇' }] } },
}

async function page(): Promise<Shown> {
  const shown = await show(RegisterPage, { at: '/register', texts: { zh: { register: zh } } })
  await flushPromises()
  return shown
}

async function fill(shown: VueWrapper): Promise<void> {
  const [name] = shown.findAll('fieldset input')
  await name?.setValue('某')
  await shown.find('textarea').setValue('楼上夜间施工。')
  await shown.find('input[role=combobox]').setValue('噪')
  await shown.find('input[role=combobox]').trigger('keydown', { key: 'Enter' })
  await shown.find('.place select').setValue('620123104')
  await shown.findAll('.place input')[0]?.setValue('和平小区')
}

describe('quick registration', () => {
  it('registers with Ctrl+Enter and opens the slip to print', async () => {
    const asked = serverWith({ ...reference, 'POST /matters': { status: 201, body: { id: 9, receipt: { code: 'X' } } } })
    const { page: shown, router } = await page()
    await fill(shown)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
    await flushPromises()
    expect(asked.find((one) => one.method === 'POST')?.body).toMatchObject({ title: '楼上夜间施工', categoryCode: '0202' })
    expect(router.currentRoute.value.fullPath).toBe('/matters/9/slip?print=1')
  })

  it('shows what may be the same trouble before typing ends, and links it when told to', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) // with the real clock: Vue leaves out events older than their listener
    const twin = { matterId: 7, code: '620123202611238000017K', title: '夜间施工', status: 'ASSIGNED', line: 'HOTLINE', registeredAt: '2026-11-20T01:00:00Z', score: 62, reasons: [{ reason: 'SIMILAR_TEXT', points: 52, amount: 65 }] }
    const asked = serverWith({
      ...reference,
      'POST /twins': { body: [twin] },
      'POST /matters': { status: 201, body: { id: 9, version: 1, receipt: { code: 'X' } } },
      'POST /matters/9/links': { body: {} },
    })
    const { page: shown } = await page()
    await fill(shown)
    await vi.advanceTimersByTimeAsync(500)
    await flushPromises()
    vi.useRealTimers()
    expect(asked.find((one) => one.path === '/twins')?.body).toMatchObject({ facts: '楼上夜间施工。', categoryCode: '0202' })
    expect(shown.text()).toContain('夜间施工')
    await shown.find('.twin input[type=checkbox]').trigger('change')
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
    await vi.waitFor(() => expect(asked.find((one) => one.path === '/matters/9/links')?.body).toMatchObject({ kind: 'SAME_CAUSE', matterId: 7 }))
  })

  it('warns of a wrong check digit and asks for the reason, without stopping', async () => {
    serverWith(reference)
    const { page: shown } = await page()
    await shown.findAll('fieldset input')[1]?.setValue('110105194912310021')
    expect(shown.text()).toContain('号码的校验位不对')
    expect(shown.find('button[type=submit]').attributes('disabled')).toBeUndefined()
  })

  it('shows a refused field beside it and keeps what was typed', async () => {
    const errors = [{ path: 'place.areaCode', code: 'UNKNOWN' }]
    serverWith({ ...reference, 'POST /matters': { status: 400, body: { code: 'INVALID_FIELDS', errors } } })
    const { page: shown } = await page()
    await fill(shown)
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(shown.find('.place select').attributes('aria-invalid')).toBe('true')
    expect(shown.find('textarea').element.value).toBe('楼上夜间施工。')
  })

  it('sends the dangers that were ticked, and says what follows', async () => {
    const asked = serverWith({ ...reference, 'POST /matters': { status: 201, body: { id: 9, receipt: { code: 'X' } } } })
    const { page: shown } = await page()
    await fill(shown)
    await shown.find('input[value=DOMESTIC_VIOLENCE]').setValue(true)
    expect(shown.text()).toContain(zh.safetyNeverMediate)
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(asked.find((one) => one.method === 'POST')?.body).toMatchObject({ safety: ['DOMESTIC_VIOLENCE'] })
  })

  it('asks for the reason of a late back entry where the server misses it', async () => {
    const errors = [{ path: 'backEntryReason', code: 'REQUIRED' }]
    serverWith({ ...reference, 'POST /matters': { status: 400, body: { code: 'INVALID_FIELDS', errors } } })
    const { page: shown } = await page()
    await fill(shown)
    await shown.find('.more .flag input').setValue(true)
    await shown.find('.more input[type=datetime-local]').setValue('2026-11-02T09:10')
    await shown.find('form').trigger('submit')
    await flushPromises()
    expect(shown.find('.more [aria-invalid=true]').element.closest('.field')?.textContent).toContain(zh.backReason)
  })

  it('sends the same key when it is sent again', async () => {
    const asked = serverWith({ ...reference, 'POST /matters': { status: 503, body: { code: 'DATABASE_UNAVAILABLE' } } })
    const { page: shown } = await page()
    await fill(shown)
    await shown.find('form').trigger('submit')
    await flushPromises()
    await shown.find('form').trigger('submit')
    await flushPromises()
    const keys = asked.filter((one) => one.method === 'POST').map((one) => one.headers.get('Idempotency-Key'))
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })
})
