import { describe, expect, it } from 'vitest'
import { show } from '@/testing/mount'
import zh from '../locales/zh'
import ActionsPanel from './ActionsPanel.vue'

const offers = [
  { action: 'DISPATCH', allowed: true, primary: true },
  { action: 'NOTE', allowed: true, primary: false },
  { action: 'ARCHIVE', allowed: false, primary: false, reason: { zh: '缺：调解协议书', en: 'Missing: agreement' } },
]

describe('what can be done now', () => {
  it('has one primary action', async () => {
    const { page } = await show(ActionsPanel, { props: { offers }, texts: { zh: { matter: zh } } })
    expect(page.findAll('button.primary').map((one) => one.text())).toEqual(['分流'])
  })

  it('shows what is not allowed, disabled and with the reason', async () => {
    const { page } = await show(ActionsPanel, { props: { offers }, texts: { zh: { matter: zh } } })
    const refused = page.find('.refused')
    expect(refused.find('button').attributes('disabled')).toBeDefined()
    expect(refused.text()).toBe('归档缺：调解协议书')
  })

  it('in English has English words', async () => {
    const { default: en } = await import('../locales/en')
    const { page } = await show(ActionsPanel, { props: { offers }, locale: 'en', texts: { en: { matter: en } } })
    expect(page.find('button.primary').text()).toBe('Dispatch')
  })
})
