import { describe, expect, it } from 'vitest'
import { readCell, writeCell } from './cell'

describe('a condition of the routing tables', () => {
  it.each(['-', '"法院"', '"法院","公安"', 'not("县级")', '>= 30', '< 5', '7', '[5..30)', 'true', 'false'])('%s is written as it was read', (text) => {
    expect(writeCell(readCell(text))).toBe(text)
  })

  it('keeps what it cannot read as it is', () => {
    expect(writeCell(readCell('count(人数) > 3'))).toBe('count(人数) > 3')
  })

  it('without a word means anything', () => {
    expect(writeCell({ kind: 'words', not: false, words: [] })).toBe('-')
  })
})
