import { describe, expect, it } from 'vitest'
import { lineOf, pieces } from './compare'

describe('a line of the comparison', () => {
  it('differs when not all say the same', () => {
    expect(lineOf('place', ['和平镇', '城关镇']).differs).toBe(true)
    expect(lineOf('place', ['和平镇', ' 和平镇']).differs).toBe(false)
  })
})

describe('the pieces of a text', () => {
  it('are its own where no other text has the neighbouring characters', () => {
    expect(pieces('楼上夜间施工', ['楼上半夜施工'])).toEqual([
      { text: '楼', own: false },
      { text: '上夜间施', own: true },
      { text: '工', own: false },
    ])
  })

  it('are one piece when all say the same', () => {
    expect(pieces('夜间施工', ['夜间施工'])).toEqual([{ text: '夜间施工', own: false }])
  })
})
