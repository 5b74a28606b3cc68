import { http } from '@/shared/http/client'
import type { ListQuery, Page } from '@/shared/worklist/types'

export const STATES = ['CONFLICT', 'ALL', 'REGISTERED', 'ADDED', 'REFUSED'] as const
export type Outcome = 'ADD' | 'REGISTER' | 'REFUSE'

/** A submission in a list: nobody's name. */
export interface SubmissionRow {
  id: number
  line: string
  outsideNo?: string | null
  channel: 'API' | 'IMPORT' | 'RESIDENT'
  state: string
  receivedAt: string
  row?: number | null
  matterId?: number | null
  matterCode?: string | null
}

export interface ToldPerson {
  role: string
  name: string
  documentNumber?: string | null
  phone?: string | null
}

/** What was told, people masked. */
export interface Told {
  title?: string | null
  facts?: string | null
  category?: string | null
  place?: string | null
  areaCode?: string | null
  reportedAt?: string | null
  occurredOn?: string | null
  amount?: number | null
  people?: number | null
  parties: ToldPerson[]
}

export interface SubmissionFile {
  submission: SubmissionRow
  told?: Told | null
  known?: { matterId: number; matterCode: string; status: string; told: Told } | null
  conflicts: SubmissionRow[]
  settlement?: { outcome: Outcome; reason?: string | null; at: string; byName?: string | null } | null
  outcomes: Outcome[]
}

export const submissionKey = (id: number) => ['submissions', id] as const

export const readSubmissions = (query: ListQuery, cursor: string | undefined): Promise<Page<SubmissionRow>> =>
  http.get('/submissions', { query: { ...query, state: stateOf(query), cursor, limit: 50 } })

function stateOf(query: ListQuery): string | undefined {
  return query.state === 'ALL' ? undefined : (query.state ?? 'CONFLICT')
}

export const readSubmission = (id: number): Promise<SubmissionFile> => http.get(`/submissions/${id}`)

export const settle = (id: number, outcome: Outcome, reason: string): Promise<SubmissionFile> =>
  http.post(`/submissions/${id}/settlement`, { outcome, reason: reason.trim() || undefined })
