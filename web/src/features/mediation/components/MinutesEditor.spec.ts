import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { show } from '@/testing/mount'
import { serverWith } from '@/testing/server'
import zh from '../locales/zh'
import MinutesEditor from './MinutesEditor.vue'

const question = { speaker: 'MEDIATOR', text: '欠多少？' }
const view = (version: number, minutes: object[]): object => ({
  session: { id: 5, kind: 'JOINT' },
  invited: [{ partyId: 3, name: '王**', role: 'APPLICANT', came: true }],
  minutes,
  hidden: false,
  version,
  may: true,
})
const editor = async (version: number): Promise<VueWrapper> =>
  (await show(MinutesEditor, { props: { view: view(version, [question]) }, texts: { zh: { mediation: zh } } })).page
const typed = (page: VueWrapper): string[] => page.findAll('textarea').map((line) => (line.element as HTMLTextAreaElement).value)
const button = (page: VueWrapper, text: string): ReturnType<VueWrapper['find']> => page.findAll('button').find((one) => one.text() === text) ?? page.find('nothing')

async function answer(page: VueWrapper, text: string): Promise<void> {
  await button(page, zh.addLine).trigger('click')
  await page.findAll('textarea').at(-1)?.setValue(text)
}
async function readBack(page: VueWrapper): Promise<void> {
  await button(page, zh.readBack).trigger('click')
  await flushPromises()
  await page.find('dialog form').trigger('submit')
  await flushPromises()
}
const lines = [{ ...question, partyId: null }, { speaker: 'PARTY', partyId: 3, text: '八万元。' }]

describe('the minutes of a session', () => {
  it('sends what is not saved yet with the reading back, and nothing apart', async () => {
    const asked = serverWith({ 'POST /mediation-sessions/5/read-back': { body: { id: 5, version: 3 } } })
    const page = await editor(2)
    await answer(page, '八万元。')
    await readBack(page)

    expect(asked.map((one) => [one.method, one.headers.get('If-Match'), one.body])).toEqual([['POST', '"2"', { result: 'AGREED', lines }]])
    expect(page.text()).toContain(zh.saved)
  })

  it('keeps the words as a draft when the reading back is refused', async () => {
    const asked = serverWith({
      'POST /mediation-sessions/5/read-back': { status: 422, body: { code: 'RULE_REFUSED' } },
      'PUT /mediation-sessions/5/minutes': { body: { id: 5, version: 3 } },
    })
    const page = await editor(2)
    await answer(page, '八万元。')
    await readBack(page)

    expect(asked.map((one) => one.method)).toEqual(['POST', 'PUT'])
    expect(asked[1]?.body).toEqual({ lines })
    expect(page.find('dialog [role=alert]').exists()).toBe(true)
    expect(page.text()).toContain(zh.saved)
  })

  it('lets nobody write over what another has saved meanwhile', async () => {
    const asked = serverWith({ 'PUT /mediation-sessions/5/minutes': { body: { id: 5, version: 4 } } })
    const page = await editor(2)
    await answer(page, '八万元。')
    await page.setProps({ view: view(3, [question, { speaker: 'OTHER', text: '我在场。' }]) })
    expect(page.find('[role=alert]').text()).toContain(zh.outdated)
    expect(button(page, zh.save).attributes('disabled')).toBeDefined()
    expect(button(page, zh.readBack).attributes('disabled')).toBeDefined()

    await button(page, zh.putTogether).trigger('click')
    expect(typed(page)).toEqual(['欠多少？', '我在场。', '八万元。'])
    await button(page, zh.save).trigger('click')
    await flushPromises()
    expect(asked[0]?.headers.get('If-Match')).toBe('"3"')
  })

  it('reads the session again when somebody was faster', async () => {
    serverWith({ 'PUT /mediation-sessions/5/minutes': { status: 412, body: { code: 'STALE' } } })
    const page = await editor(2)
    await answer(page, '八万元。')
    await button(page, zh.save).trigger('click')
    await flushPromises()

    expect(page.emitted('changed')).toHaveLength(1)
    expect(typed(page)).toContain('八万元。')
  })

  it('takes what another has saved where nothing is typed', async () => {
    const page = await editor(2)
    await page.setProps({ view: view(3, [question, { speaker: 'OTHER', text: '我在场。' }]) })

    expect(typed(page)).toEqual(['欠多少？', '我在场。'])
    expect(page.text()).toContain(zh.saved)
  })
})
