import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { show } from '@/testing/mount'
import SearchPicker from './SearchPicker.vue'

const choices = [
  { value: '0202', label: '噪声', more: '0202' },
  { value: '1001', label: '民间借贷', more: '1001' },
]

async function picker(): Promise<{ options: () => string[]; type: (text: string) => Promise<void>; press: (key: string) => Promise<void>; picked: () => unknown; text: () => string }> {
  const { page } = await show(SearchPicker, {
    props: { choices, control: { id: 'x' }, modelValue: undefined, 'onUpdate:modelValue': (value: unknown) => page.setProps({ modelValue: value }) },
  })
  const input = page.find('input')
  return {
    options: () => page.findAll('[role=option]').map((one) => one.text()),
    type: (text) => input.setValue(text),
    press: (key) => input.trigger('keydown', { key }),
    picked: () => page.props()['modelValue' as never],
    text: () => input.element.value,
  }
}

describe('a search picker', () => {
  it('finds by part of the name or by the code', async () => {
    const field = await picker()
    await field.type('借')
    expect(field.options()).toEqual(['民间借贷 1001'])
    await field.type('0202')
    expect(field.options()).toEqual(['噪声 0202'])
  })

  it('offers nothing while it is closed', async () => {
    const field = await picker()
    expect(field.options()).toEqual([])
    await field.type('噪')
    await field.press('Escape')
    expect(field.options()).toEqual([])
  })

  it('takes with Enter', async () => {
    const field = await picker()
    await field.type('噪')
    await field.press('Enter')
    await nextTick()
    expect(field.picked()).toBe('0202')
    expect(field.text()).toBe('噪声')
  })

  it('moves with the arrows', async () => {
    const field = await picker()
    await field.press('ArrowDown')
    await field.press('ArrowDown')
    await field.press('Enter')
    expect(field.picked()).toBe('1001')
  })
})
