import { http } from '@/shared/http/client'
import type { ListQuery, Page } from '@/shared/worklist/types'

/** A planned visit not made yet, as the server lists it. */
export interface DueVisit {
  /** Of the matter. */
  id: number
  code: string
  title: string
  /** Its name in the procedure, such as `first`. */
  visit: string
  dueOn: string
  overdue: boolean
  inPerson: boolean
  closedAt: string
}

/** A row of the list: one matter may have two visits waiting. */
export interface VisitRow extends Omit<DueVisit, 'id'> {
  id: string
  matterId: number
}

export const DUES = ['week', 'today', 'overdue'] as const

export async function readVisits(query: ListQuery, cursor: string | undefined): Promise<Page<VisitRow>> {
  const page = await http.get<Page<DueVisit>>('/visits', { query: { due: query.due ?? 'week', cursor, limit: 50 } })
  return { ...page, items: page.items.map((one) => ({ ...one, id: `${one.id}-${one.visit}`, matterId: one.id })) }
}

const DAY = 86_400_000

/** Whole days from one date to another, both such as 2026-11-23. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)
