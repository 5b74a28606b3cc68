import type { DispatchRow } from '../api/dispatch'

/** What may go together: rows for which the rules name the same unit. The others are told apart, each by itself. */
export interface Together {
  rows: DispatchRow[]
  left: DispatchRow[]
}

const unitOf = (row: DispatchRow): number | undefined => row.suggestion?.unit?.id

/** Groups by the unit suggested for the first that has one. */
export function together(chosen: readonly DispatchRow[]): Together {
  const unit = chosen.map(unitOf).find((id) => id !== undefined)
  return {
    rows: chosen.filter((row) => unit !== undefined && unitOf(row) === unit),
    left: chosen.filter((row) => unit === undefined || unitOf(row) !== unit),
  }
}

/** The rows of the list that share the suggestion of one of them. */
export function likeIt(rows: readonly DispatchRow[], one: DispatchRow | undefined): DispatchRow[] {
  const unit = one && unitOf(one)
  return unit === undefined ? [] : rows.filter((row) => unitOf(row) === unit)
}
