import { describe, expect, it } from 'vitest'
import { isCreditCode, isIdCardNumber } from './checkDigits'

// the examples of domain.md 2.1
describe('an identity number', () => {
  it.each(['11010519491231002X', '11010519491231002x', ' 11010519491231002X '])('%s is right', (number) => {
    expect(isIdCardNumber(number)).toBe(true)
  })

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['a day that is none', '11010519491331002X'],
    ['too short', '1101051949123100'],
  ])('with %s is wrong', (_why, number) => {
    expect(isIdCardNumber(number)).toBe(false)
  })
})

describe('a credit code', () => {
  it('with the right check character is right', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
  })

  it('with another check character is wrong', () => {
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
  })
})
