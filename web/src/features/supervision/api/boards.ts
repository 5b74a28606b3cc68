import { http } from '@/shared/http/client'
import type { ListQuery, Page } from '@/shared/worklist/types'
import type { UnitName } from './cards'

export interface BoardRow {
  id: number
  name: string
  nameEn?: string | null
  issued: number
  open: number
  late: number
  accepted: number
  recalled: number
  answered: number
  inTime: number
  rank?: number | null
}

export const readBoard = (query: ListQuery, cursor: string | undefined): Promise<Page<BoardRow>> =>
  http.get<Page<BoardRow>>('/supervision/boards', { query: { by: query.by ?? 'unit', from: query.from, to: query.to, cursor, limit: 50 } })

export interface Sample {
  id: number
  from: string
  to: string
  seed: string
  method: string
  population: number
  size: number
  share: number
  checked: number
  wrong: number
  drawnAt: string
  drawnBy?: string | null
}

export const FINDINGS = ['RIGHT', 'SHOULD_HAVE_ACCEPTED'] as const
export type Finding = (typeof FINDINGS)[number]

export interface SampleItem {
  id: number
  position: number
  matterId: number
  matterCode: string
  matterTitle: string
  status: string
  action: 'DECLINE' | 'GUIDE'
  refusedAt: string
  unit?: UnitName | null
  finding?: Finding | null
  reason?: string | null
  checkedAt?: string | null
  checkedBy?: string | null
}

export const readSamples = (_query: ListQuery, cursor: string | undefined): Promise<Page<Sample>> =>
  http.get<Page<Sample>>('/supervision/samples', { query: { cursor, limit: 50 } })

export const drawSample = (from: string, to: string): Promise<Sample> => http.post<Sample>('/supervision/samples', { from, to })

export const readItems = (sample: number, cursor: string | undefined): Promise<Page<SampleItem>> =>
  http.get<Page<SampleItem>>(`/supervision/samples/${sample}/items`, { query: { cursor, limit: 50 } })

export const keepFinding = (sample: number, matter: number, finding: Finding, reason: string): Promise<void> =>
  http.post(`/supervision/samples/${sample}/items/${matter}/finding`, { finding, reason })
