import { http } from '@/shared/http/client'
import type { Because, Relation, Twin } from '@/shared/twins/twins'
import type { ListQuery, Page } from '@/shared/worklist/types'
import type { Compared } from '../model/compare'

interface Side {
  id: number
  code: string
  title: string
  status: string
  line: string
  registeredAt: string
}

/** Two matters that may be one, found after they were registered; nobody has decided yet. */
export interface TwinPair {
  matter: Side
  other: Side
  score: number
  reasons: Because[]
  foundAt: string
}

/** Another matter that somebody has told apart from this one. */
export interface ToldApart {
  id: number
  matterId: number
  code: string
  title: string
  reason: string
  saidAt: string
  saidBy?: string | null
}

export interface SeriesMember {
  matterId: number
  code: string
  title: string
  status: string
  line: string
  leadUnitId?: number | null
  registeredAt: string
  dueAt?: string | null
  lead: boolean
  reason: string
  joinedAt: string
  joinedBy?: string | null
}

/** Several matters of one cause; hidden: members outside the reader's scope. */
export interface Series {
  id: number
  name: string
  leadMatterId: number
  madeAt: string
  madeBy?: string | null
  members: SeriesMember[]
  hidden: number
}

export const twinKeys = {
  compared: (ids: readonly number[]) => ['twins', 'compared', ...ids] as const,
  series: (id: number) => ['series', id] as const,
  allSeries: ['series'] as const,
}

export const readPairs = (query: ListQuery, cursor: string | undefined): Promise<Page<TwinPair>> =>
  http.get('/twins/to-review', { query: { ...query, cursor, limit: 30, count: cursor ? undefined : 1 } })

export async function readCompared(id: number): Promise<Compared> {
  const [{ value, version }, twins, apart, series] = await Promise.all([
    http.getVersioned<Compared['matter']>(`/matters/${id}`),
    http.get<Twin[]>(`/matters/${id}/twins`),
    http.get<ToldApart[]>(`/matters/${id}/told-apart`),
    http.get<Series[]>(`/matters/${id}/series`),
  ])
  return { matter: value, version, twins, apart, series: series[0] }
}

/** Found by its code, as typed or read out. */
export const findMatter = (code: string): Promise<Page<{ id: number; code: string; title: string }>> =>
  http.get('/matters', { query: { bucket: 'all', q: code, limit: 5 } })

export const link = (id: number, version: string, kind: Relation | 'DUP', matterId: number, reason: string): Promise<unknown> =>
  http.post(`/matters/${id}/links`, { kind, matterId, reason }, { version })

export const tellApart = (id: number, matterId: number, reason: string): Promise<ToldApart> =>
  http.post(`/matters/${id}/told-apart`, { matterId, reason })

export const revokeApart = (id: number, row: number): Promise<unknown> => http.post(`/matters/${id}/told-apart/${row}/removal`)

export const readAllSeries = (): Promise<{ items: Series[] }> => http.get('/series')

export const readSeries = (id: number): Promise<Series> => http.get(`/series/${id}`)

export const makeSeries = (body: { name: string; leadMatterId: number; matterIds: number[]; reason: string }): Promise<Series> =>
  http.post('/series', body)

export const joinSeries = (id: number, matterId: number, reason: string): Promise<Series> =>
  http.post(`/series/${id}/members`, { matterId, reason })

export const leaveSeries = (id: number, matterId: number, reason: string): Promise<Series> =>
  http.post(`/series/${id}/members/${matterId}/removal`, { reason })

export const changeSeries = (id: number, body: { name: string; leadMatterId: number }): Promise<Series> => http.put(`/series/${id}`, body)
