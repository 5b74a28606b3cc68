import type { Receipt } from '../api/register'

let last: { id: number; receipt: Receipt } | undefined

/**
 * Holds the receipt just given until its slip is printed: the query code is told once, and is kept
 * in this page's memory alone.
 */
export function keepReceipt(id: number, receipt: Receipt): void {
  last = { id, receipt }
}

export function receiptJustGiven(id: number): Receipt | undefined {
  return last?.id === id ? last.receipt : undefined
}
