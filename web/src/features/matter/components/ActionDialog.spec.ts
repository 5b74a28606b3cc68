import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { show } from '@/testing/mount'
import { serverWith } from '@/testing/server'
import zh from '../locales/zh'
import ActionDialog from './ActionDialog.vue'

const matter = { procedure: { id: 'consultation', version: 1, name: { zh: '咨询投诉', en: 'Consultation' } }, neverMediate: false, timeline: [] }
const procedures = [
  { id: 'consultation', name: { zh: '咨询投诉', en: 'Consultation' }, limits: ['question'], mediates: false },
  { id: 'dispute', name: { zh: '矛盾纠纷', en: 'Dispute' }, limits: ['mediation'], mediates: true },
]
const reasons = [{ code: 'PLACE', name: { zh: '地点不在本辖区', en: 'Not our place' } }]

async function dialog(action: string, about: object = {}): Promise<VueWrapper> {
  const { page } = await show(ActionDialog, {
    props: { matterId: 7, version: '"3"', matter: { ...matter, ...about }, offer: { action, allowed: true, primary: true, reasons, results: [], limits: [], basis: { zh: '', en: '' } }, missed: [] },
    texts: { zh: { matter: zh } },
  })
  await flushPromises()
  return page
}

async function send(page: VueWrapper): Promise<void> {
  await page.find('form').trigger('submit')
  await flushPromises()
}

describe('the dialog of an action', () => {
  it('sends what was typed with the version seen', async () => {
    const asked = serverWith({ 'POST /matters/7/returns': {} })
    const page = await dialog('RETURN')
    await page.find('select').setValue('PLACE')
    await page.find('textarea').setValue('地点在邻乡')
    await send(page)
    expect(asked[0]?.body).toEqual({ reasonCode: 'PLACE', opinion: '地点在邻乡', documentIds: [] })
    expect(asked[0]?.headers.get('If-Match')).toBe('"3"')
    expect(page.emitted('done')).toHaveLength(1)
  })

  it('shows a refused field beside it and keeps the words', async () => {
    serverWith({
      'POST /matters/7/returns': { status: 400, body: { code: 'INVALID_FIELDS', errors: [{ path: 'opinion', code: 'TOO_LONG' }] } },
    })
    const page = await dialog('RETURN')
    await page.find('textarea').setValue('理由')
    await send(page)
    expect(page.find('textarea').attributes('aria-invalid')).toBe('true')
    expect(page.text()).toContain('内容太长')
    expect(page.find('textarea').element.value).toBe('理由')
  })

  it('asks for the matter again when somebody was faster, and keeps the words', async () => {
    serverWith({ 'POST /matters/7/notes': { status: 412, body: { code: 'STALE' } } })
    const page = await dialog('NOTE')
    await page.find('textarea').setValue('已电话告知')
    await send(page)
    expect(page.emitted('stale')).toHaveLength(1)
    expect(page.text()).toContain('这件事刚被更新过')
    expect(page.find('textarea').element.value).toBe('已电话告知')
  })

  it('offers the limits of the procedure chosen', async () => {
    serverWith({ 'GET /procedures': { body: procedures } })
    const page = await dialog('DISPATCH')
    await page.findAll('select')[0]?.setValue('dispute')
    expect(page.findAll('select')[1]?.findAll('option').map((one) => one.element.value)).toEqual(['', 'mediation'])
  })

  it('closes what mediates to domestic violence, and says why', async () => {
    serverWith({ 'GET /procedures': { body: procedures } })
    const page = await dialog('DISPATCH', { neverMediate: true })
    const mediating = page.find('option[value=dispute]')
    expect(mediating.attributes('disabled')).toBeDefined()
    expect(mediating.text()).toContain(zh.neverMediate)
    expect(page.text()).toContain(zh.neverMediateSo.DISPATCH)
  })

  it('lets a matter keep its procedure once dispatched', async () => {
    serverWith({ 'GET /procedures': { body: procedures } })
    const page = await dialog('DISPATCH', { timeline: [{ seq: 2, action: 'DISPATCH' }] })
    expect(page.find('option[value=dispute]').exists()).toBe(false)
  })

  it('says at a check whether it passed', async () => {
    const asked = serverWith({ 'POST /matters/7/checks': {} })
    await send(await dialog('CHECK_PASS'))
    expect(asked[0]?.body).toEqual({ passed: true })
  })
})
