import { http } from '@/shared/http/client'
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
