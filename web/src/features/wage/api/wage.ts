import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { RevealRequest } from '@/shared/masking/reveal'
import type { ListQuery, Page } from '@/shared/worklist/types'

export const STAGES = ['REGISTERED', 'VERIFIED', 'PARTLY_PAID', 'PAID'] as const
export type Stage = (typeof STAGES)[number]
export const FACTS = ['DEVELOPER_LATE', 'SUBLET_WHOLE', 'LET_TO_UNQUALIFIED', 'LENT_NAME', 'PROJECT_UNLAWFUL'] as const
export const EVIDENCE = ['IOU', 'ATTENDANCE', 'WAGE_LEDGER', 'CONTRACT', 'MESSAGES', 'WITNESS'] as const
export const PRESENCE = ['UNKNOWN', 'THERE', 'NONE'] as const
export const METHODS = ['ACCOUNT', 'BANK', 'CASH', 'COURT', 'DEPOSIT', 'OTHER'] as const
export type Fact = (typeof FACTS)[number]
export type Evidence = (typeof EVIDENCE)[number]
export type Presence = (typeof PRESENCE)[number]
export type Method = (typeof METHODS)[number]
export type LimitState = 'NONE' | 'RUNNING' | 'NEAR' | 'PASSED'
export type Deed = 'RECORD' | 'VERIFY' | 'PAY' | 'SEND_CLUE' | 'ANSWER_CLUE'

export interface Wording {
  zh: string
  en: string
}
export interface Law {
  article: Wording
  /** False: to be verified before anybody relies on it. */
  verified: boolean
}
export interface Sums {
  workers: number
  unverified: number
  claimed: number
  verified: number
  recovered: number
}

export interface ClaimRow {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  project: string
  generalContractor?: string | null
  stage: Stage
  sums: Sums
  openedAt: string
}

export interface Payer {
  code: string
  link: 'DEVELOPER' | 'GENERAL_CONTRACTOR' | 'SUBCONTRACTOR'
  name?: string | null
  law: Law
  why: Wording
}

export interface Arbitration {
  state: LimitState
  firstDay?: string | null
  lasting: number
  running: number
  near: number
  passed: number
  law: Law
}

export interface Clue {
  id: number
  text: string
  sentAt: string
  sentBy?: string | null
  state: 'SENT' | 'TAKEN_UP' | 'NOT_TAKEN_UP'
  answer?: string | null
  answeredAt?: string | null
  answeredBy?: string | null
}

export interface Claim extends ClaimRow {
  matterOpen: boolean
  matterPeople?: number | null
  matterAmount?: number | null
  developer?: string | null
  subcontractor?: string | null
  team?: string | null
  foreman?: { id: number; name: string; phone?: string | null } | null
  facts: Fact[]
  evidence: Evidence[]
  account: Presence
  deposit: Presence
  openedBy?: string | null
  payers: Payer[]
  arbitration: Arbitration
  clueLaw: Law
  clues: Clue[]
  version: number
  may: Deed[]
}

export interface Payment {
  id: number
  amount: number
  paidOn: string
  method: Method
  voucher?: number | null
  withdrawn?: string | null
}

export interface Worker {
  id: number
  row: number
  partyId: number
  name: string
  document?: string | null
  phone?: string | null
  trade?: string | null
  owedFrom?: string | null
  owedTo?: string | null
  leftOn?: string | null
  limitOn?: string | null
  limit: LimitState
  claimed: number
  verified?: number | null
  recovered: number
  payments: Payment[]
  withdrawn?: string | null
}

export interface PaidRow {
  id: number
  paidOn: string
  amount: number
  method: Method
  name: string
  claimId: number
  project: string
  matterId: number
  matterCode: string
}

export interface Recovered {
  people: number
  amount: number
  payments: number
  claims: number
}

export const wageKeys = {
  all: ['wage'] as const,
  claim: (id: number) => ['wage', 'claim', id] as const,
  workers: (id: number) => ['wage', 'claim', id, 'workers'] as const,
  stages: () => ['wage', 'stages'] as const,
  figures: (from: string, to: string) => ['wage', 'figures', from, to] as const,
}

export const readClaims = (query: ListQuery, cursor: string | undefined): Promise<Page<ClaimRow>> =>
  http.get<Page<ClaimRow>>('/wage-claims', { query: { stage: query.stage, cursor, limit: 50 } })
export const readStages = (): Promise<{ items: { id: Stage; claims: number; sums: Sums }[] }> => http.get('/wage-stages')
export const readClaim = (id: number): Promise<Claim> => http.get<Claim>(`/wage-claims/${id}`)
export const readWorkers = (id: number, cursor: string | undefined): Promise<Page<Worker>> =>
  http.get<Page<Worker>>(`/wage-claims/${id}/workers`, { query: { cursor, limit: 200 } })
export const readFigures = (from: string, to: string): Promise<Recovered> => http.get<Recovered>('/wage-figures', { query: { from, to } })
export const readPaid = (query: ListQuery, cursor: string | undefined): Promise<Page<PaidRow>> =>
  http.get<Page<PaidRow>>('/wage-payments', { query: { from: query.from, to: query.to, cursor, limit: 50 } })
export const readMatterTitle = (id: number): Promise<{ title: string; code: string }> => http.get(`/matters/${id}`)

export interface ClaimBody {
  project: string
  developer?: string
  generalContractor?: string
  subcontractor?: string
  team?: string
  foreman?: { name: string; phone?: string }
  facts: Fact[]
  evidence: Evidence[]
  account: Presence
  deposit: Presence
}
const quoted = (version: number): { version: string } => ({ version: `"${version}"` })
export const openClaim = (matter: number, body: ClaimBody): Promise<{ id: number }> => http.post<{ id: number }>(`/matters/${matter}/wage-claims`, body)
export const changeClaim = (id: number, version: number, body: ClaimBody): Promise<unknown> => http.put(`/wage-claims/${id}`, body, quoted(version))

export interface WorkerBody {
  name: string
  documentNumber?: string
  phone?: string
  trade?: string
  leftOn?: string
  claimed?: number
}
export const addWorker = (id: number, body: WorkerBody): Promise<unknown> => http.post(`/wage-claims/${id}/workers`, body)
export function sendSheet(id: number, file: File): Promise<{ added: number }> {
  const form = new FormData()
  form.set('file', file)
  return upload<{ added: number }>(`/wage-claims/${id}/worker-sheets`, form)
}
export const verifyRows = (id: number, version: number, rows: { worker: number; verified: number }[]): Promise<unknown> =>
  http.post(`/wage-claims/${id}/verifications`, { rows }, quoted(version))
export interface PaymentBody {
  paidOn: string
  method: Method
  documentId?: number
  rows: { worker: number; amount: number }[]
}
export const payRows = (id: number, version: number, body: PaymentBody): Promise<unknown> => http.post(`/wage-claims/${id}/payments`, body, quoted(version))
export const withdrawWorker = (id: number, reason: string): Promise<unknown> => http.post(`/wage-workers/${id}/withdrawal`, { reason })
export const withdrawPayment = (id: number, reason: string): Promise<unknown> => http.post(`/wage-payments/${id}/withdrawal`, { reason })
export const sendClue = (id: number, text: string): Promise<unknown> => http.post(`/wage-claims/${id}/clues`, { text })
export const answerClue = (id: number, takenUp: boolean, text: string): Promise<unknown> =>
  http.post(`/wage-clues/${id}/answer`, { takenUp, text: text || undefined })
export const revealParty = (id: number, request: RevealRequest): Promise<{ name?: string; documentNumber?: string; phone?: string }> =>
  http.post(`/parties/${id}/reveals`, request)
