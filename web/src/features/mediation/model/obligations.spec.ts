import { describe, expect, it } from 'vitest'
import { instalments, monthsLater, sumOf, type OwedRow } from './obligations'

const payment: OwedRow = { obligor: 1, obligee: 2, kind: 'PAY', amount: 100, dueOn: '2026-01-31', method: '转账' }

describe('instalments', () => {
  it('come to the same sum to the cent', () => {
    const three = instalments(payment, 3)

    expect(three.map((one) => one.amount)).toEqual([33.33, 33.33, 33.34])
    expect(sumOf(three)).toBe(100)
  })

  it('fall due on the last day of a shorter month', () => {
    expect(instalments(payment, 3).map((one) => one.dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28')
  })

  it('are counted only where money is paid', () => {
    expect(sumOf([payment, { ...payment, kind: 'ACT', amount: 7 }])).toBe(100)
  })
})
