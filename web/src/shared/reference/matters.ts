import type { RouteLocationRaw } from 'vue-router'
import { http } from '../http/client'
import type { Deadline } from '../time/deadline'
import type { ListQuery, Page } from '../worklist/types'

interface Named {
  id?: number | null
  code?: string | null
  name: string
  nameEn?: string | null
}

/** A row of a work list of matters: no facts and nobody's name. */
export interface MatterRow {
  id: number
  code: string
  title: string
  status: string
  line: string
  category: Named
  area?: Named | null
  unit?: Named | null
  homeUnit?: Named | null
  dueAt?: string | null
  amberAt?: string | null
  dueClock?: string | null
  paused: boolean
  risk?: 'RED' | null
  riskCheckRequired: boolean
  returns: number
  registeredAt: string
  version: number
}

/** The queues of work, in the order a day meets them. */
export const BUCKETS = [
  'toDispatch',
  'toSign',
  'inHand',
  'dueSoon',
  'overdue',
  'returned',
  'toCheck',
  'toVisit',
  'suspended',
  'all',
] as const

export type Bucket = (typeof BUCKETS)[number]

export type Counts = Partial<Record<Bucket, { count: number; capped: boolean }>>

export function readMatters(query: ListQuery, cursor: string | undefined, limit = 50): Promise<Page<MatterRow>> {
  return http.get('/matters', { query: { ...query, cursor, limit, count: cursor ? undefined : 1 } })
}

export const readCounts = (): Promise<Counts> => http.get('/matters/counts')

export function deadlineOf(row: MatterRow): Deadline | null {
  return row.dueAt ? { dueAt: row.dueAt, amberAt: row.amberAt, paused: row.paused } : null
}

export const linkTo = (row: { id: number }): RouteLocationRaw => `/matters/${row.id}`
