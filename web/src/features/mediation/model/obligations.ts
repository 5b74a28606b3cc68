import type { OwedKind } from '../api/mediation'

/** A row of the editor's table; amounts in yuan. */
export interface OwedRow {
  obligor?: number
  obligee?: number
  kind: OwedKind
  amount?: number
  dueOn: string
  method: string
}

const cents = (yuan: number | undefined): number => Math.round((yuan || 0) * 100)

/** The sum of all payments, in yuan, reckoned in cents. */
export const sumOf = (rows: readonly OwedRow[]): number => rows.reduce((sum, one) => sum + (one.kind === 'PAY' ? cents(one.amount) : 0), 0) / 100

/** The same day `months` later; the last of the month where it is shorter. */
export function monthsLater(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** One payment as equal monthly ones; what does not divide goes to the last. */
export function instalments(one: OwedRow, count: number): OwedRow[] {
  const whole = cents(one.amount)
  const number = Math.max(1, Math.min(60, Math.floor(count) || 1))
  const each = Math.floor(whole / number)
  return Array.from({ length: number }, (_, n) => ({ ...one, amount: (n === number - 1 ? whole - each * (number - 1) : each) / 100, dueOn: monthsLater(one.dueOn, n) }))
}
