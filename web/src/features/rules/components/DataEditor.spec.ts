import { describe, expect, it } from 'vitest'
import { show } from '@/testing/mount'
import zh from '../locales/zh'
import DataEditor from './DataEditor.vue'

const TEXT = 'name,amount,measure,basis,verified\nsession_idle,30,minutes,limits,yes\npassword_length,12,characters,limits,yes\n'

describe('a table of settings', () => {
  it('keeps both of two changes made in the same instant', async () => {
    const written: string[] = []
    const { page } = await show(DataEditor, {
      props: { kind: 'SIGN_IN', name: 'sign-in', editable: true, title: '表', modelValue: TEXT, 'onUpdate:modelValue': (text: string) => written.push(text) },
      texts: { zh: { rules: zh } },
    })
    const [idle, length] = page.findAll<HTMLInputElement>('input[type=number]')
    for (const [input, value] of [
      [idle, '25'],
      [length, '14'],
    ] as const) {
      if (!input) throw new Error('two numbers are needed')
      input.element.value = value
      input.element.dispatchEvent(new Event('change'))
    }

    expect(written.at(-1)).toContain('session_idle,25')
    expect(written.at(-1)).toContain('password_length,14')
  })
})
