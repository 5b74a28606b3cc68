import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { show, type Shown } from '@/testing/mount'
import { serverWith } from '@/testing/server'
import zh from '../locales/zh'
import { answers, forgetAnswers } from '../model/answers'
import ReportPage from './ReportPage.vue'

beforeEach(() => {
  forgetAnswers()
  serverWith({
    'GET /public/categories': { body: [{ code: '02', name: '邻里', children: [{ code: '0202', name: '噪声', children: [] }] }] },
    'GET /public/areas': { body: [{ code: '620123104', name: '和平镇' }] },
  })
})

const page = (at = '/r/report'): Promise<Shown> => show(ReportPage, { at, texts: { zh: { resident: zh } } })

describe('reporting', () => {
  it('asks one question at a time', async () => {
    const shown = await page()
    expect(shown.page.findAll('textarea')).toHaveLength(1)
    expect(shown.page.find('h1').text()).toBe('发生了什么事？')
  })

  it('does not go on without an answer and says why', async () => {
    const shown = await page()
    await shown.page.find('form').trigger('submit')
    expect(shown.page.text()).toContain('请写一写发生了什么事。')
    expect(shown.router.currentRoute.value.query).toEqual({})
  })

  it('goes to the next question in the address, so that the phone’s back button works', async () => {
    const shown = await page()
    await shown.page.find('textarea').setValue('楼上夜间施工，睡不着。')
    await shown.page.find('form').trigger('submit')
    await flushPromises()
    expect(shown.router.currentRoute.value.query).toEqual({ step: 'kind' })
    expect(shown.page.find('h1').text()).toBe('属于哪一类？')
  })

  it('opened in the middle starts with the first open question', async () => {
    const shown = await page('/r/report?step=who')
    expect(shown.page.find('h1').text()).toBe('发生了什么事？')
  })

  it('shows all answers before they are sent', async () => {
    Object.assign(answers, { facts: '楼上夜间施工。', categoryCode: '0202', town: '620123104', townName: '和平镇', place: '和平小区', name: '某', phone: '13800001234' })
    const shown = await page('/r/report?step=check')
    await flushPromises()
    expect(shown.page.text()).toContain('和平镇 和平小区')
    expect(shown.page.find('button[type=submit]').text()).toBe('提交')
  })
})
