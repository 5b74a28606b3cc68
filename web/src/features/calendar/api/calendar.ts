import { http } from '@/shared/http/client'
import type { Text } from '@/shared/text/locale'
import type { ListQuery, Page } from '@/shared/worklist/types'
import type { TraceStep } from '@/shared/time/trace'

export interface CalendarDay {
  on: string
  kind: 'WORKDAY' | 'SATURDAY' | 'SUNDAY' | 'HOLIDAY'
  name?: string | null
  provisional: boolean
}

export interface CalendarYear {
  year: number
  announced: boolean
  papers: string[]
  holidays: { name: string; from: string; to: string }[]
  makeUpDays: { name: string; on: string }[]
  days: CalendarDay[]
}

export interface Reckoned {
  dueAt: string
  trace: TraceStep[]
  provisional: boolean
}

export const readYear = (year: number): Promise<CalendarYear> => http.get(`/calendar/years/${year}`)

export const reckon = (from: string, limit: string): Promise<Reckoned> =>
  http.get('/calendar/due', { query: { from, limit } })

/** A deadline that moved because the calendar changed. */
export interface MovedDeadline {
  matterId: number
  code: string
  title: string
  clockKey: string
  clock: Text
  oldDueAt: string
  newDueAt: string
  changedAt: string
}

export async function readMoved(_query: ListQuery, cursor: string | undefined): Promise<Page<MovedDeadline & { id: string }>> {
  const page = await http.get<Page<MovedDeadline>>('/deadline-changes', { query: { cursor, limit: 50 } })
  return { ...page, items: page.items.map((one) => ({ ...one, id: `${one.matterId}-${one.clockKey}-${one.changedAt}` })) }
}
