import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { ListQuery, Page } from '@/shared/worklist/types'

export const STATES = ['CLAIMED', 'CHECKED', 'APPROVED', 'REFUSED', 'LISTED', 'IN_BATCH', 'PAID'] as const
export type State = (typeof STATES)[number]
export const GROUNDS = ['NOT_MEDIATED', 'NOT_PERFORMED', 'PAID_TWICE', 'WRONG_PERSON', 'OTHER'] as const
export type Ground = (typeof GROUNDS)[number]
export type Deed = 'DECIDE_TOWN' | 'DECIDE_COUNTY' | 'OBJECT' | 'ANSWER_OBJECTION'
export type Step = 'TOWN' | 'COUNTY'

export interface Wording {
  zh: string
  en: string
}

export interface Row {
  id: number
  mediationId: number
  matterId: number
  matterCode: string
  category: Wording
  mediator: string
  committee: string
  band: 'HARD' | 'ORDINARY' | 'SIMPLE'
  oral: boolean
  points: number
  amount: number
  state: State
  flagged: boolean
  objected: boolean
  claimedAt: string
  paidOn?: string | null
}

export interface Objection {
  id: number
  ground: Ground
  at: string
  upheld?: boolean | null
  answer?: string | null
}

export interface Claim {
  row: Row
  agreementNo: string
  claimedBy?: string | null
  rules: { version: number; from: string; basis: Wording; verified: boolean; splitDays: number; objectionDays: number }
  marks: { code: string; detail?: string | null; points: number }[]
  splits: { matterId: number; code?: string | null; reasons: string[] }[]
  decisions: { step: Step; passed: boolean; why?: string | null; at: string; by?: string | null }[]
  objections: Objection[]
  version: number
  may: Deed[]
}

export interface Claimable {
  mediationId: number
  matterId: number
  matterCode: string
  agreementNo: string
  mediator?: string | null
}

export interface PublicList {
  id: number
  year: number
  number: number
  publishedAt: string
  workingDays: number
  objectionsUntil: string
  closed: boolean
  claims: number
  amount: number
  waiting: number
  batchId?: number | null
  paid: number
}

export const subsidyKeys = {
  all: ['subsidy'] as const,
  claim: (id: number) => ['subsidy', 'claim', id] as const,
  sums: () => ['subsidy', 'sums'] as const,
  claimable: () => ['subsidy', 'claimable'] as const,
  lists: () => ['subsidy', 'lists'] as const,
  list: (id: number) => ['subsidy', 'list', id] as const,
  rows: (id: number) => ['subsidy', 'list', id, 'rows'] as const,
}

export const readClaims = (query: ListQuery, cursor: string | undefined): Promise<Page<Row>> =>
  http.get<Page<Row>>('/subsidy-claims', { query: { state: query.state, mine: query.mine === 'true', cursor, limit: 50 } })
export const readClaim = (id: number): Promise<Claim> => http.get<Claim>(`/subsidy-claims/${id}`)
export const readSums = (): Promise<{ items: { id: State; claims: number; amount: number }[] }> => http.get('/subsidy-sums')
export const readClaimable = (): Promise<{ items: Claimable[] }> => http.get('/subsidy-claimable')
export const readLists = (): Promise<{ items: PublicList[] }> => http.get('/subsidy-lists')
export const readList = (id: number): Promise<PublicList> => http.get(`/subsidy-lists/${id}`)
/** Every row of a list, page after page. */
export async function readRows(list: number): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page: Page<Row> = await http.get<Page<Row>>('/subsidy-claims', { query: { list, cursor, limit: 200 } })
    rows.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return rows
}

export const claim = (mediation: number): Promise<{ id: number }> => http.post<{ id: number }>(`/mediations/${mediation}/subsidy-claims`, {})
export const decide = (id: number, version: number, body: { step: Step; passed: boolean; why?: string }): Promise<unknown> =>
  http.post(`/subsidy-claims/${id}/decisions`, body, { version: `"${version}"` })
export const objectTo = (id: number, ground: Ground): Promise<unknown> => http.post(`/subsidy-claims/${id}/objections`, { ground })
export const answerObjection = (id: number, upheld: boolean, answer: string): Promise<unknown> => http.post(`/subsidy-objections/${id}/answer`, { upheld, answer })
export const publish = (): Promise<{ id: number }> => http.post<{ id: number }>('/subsidy-lists', {})
export const makeBatch = (list: number): Promise<{ id: number }> => http.post<{ id: number }>(`/subsidy-lists/${list}/batches`, {})
export function sendPaid(batch: number, file: File): Promise<{ rows: number }> {
  const form = new FormData()
  form.set('file', file)
  return upload<{ rows: number }>(`/subsidy-batches/${batch}/payments`, form)
}
