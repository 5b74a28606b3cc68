import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { ListQuery, Page } from '@/shared/worklist/types'

export const PARTNERS = ['COURT', 'POLICE', 'PETITION', 'PROSECUTION'] as const
export type Partner = (typeof PARTNERS)[number]
export const COLUMNS = ['UNSIGNED', 'SENT', 'SIGNED', 'OVERDUE', 'ANSWERED', 'OTHER'] as const
export type DeskColumn = (typeof COLUMNS)[number]
export type State = 'SENT' | 'RECEIVED' | 'SIGNED' | 'ANSWERED' | 'DECLINED' | 'WITHDRAWN' | 'CHANGED'
export const OUTCOMES = ['AGREED', 'NOT_AGREED', 'DONE', 'NOT_SUPPORTED'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** What a dialog asks about. */
export type Deed = 'SIGN' | 'DECLINE' | 'EXTEND' | 'ANSWER' | 'WITHDRAW' | 'CHANGE' | 'PARTNER_SIGN' | 'PARTNER_ANSWER' | 'PARTNER_DECLINE'

export interface Law {
  zh: string
  en: string
  /** False: to be verified before anybody relies on it. */
  verified: boolean
}
export interface Coded {
  code: string
  name: Law
}
export interface Kind extends Coded {
  system: Partner
  direction: 'IN' | 'OUT'
  limit: string
  extension?: string | null
  bothConsent: boolean
  undisputed: boolean
  basis: Law
}
export interface Rules {
  kinds: Kind[]
  refusals: Coded[]
  failures: Coded[]
  declines: Coded[]
  reasons: Coded[]
  counts: Coded[]
}
export interface Desk {
  system: Partner
  columns: { column: DeskColumn; count: number }[]
  agreed: number
  decided: number
}
export interface Row {
  id: number
  system: Partner
  direction: 'IN' | 'OUT'
  outsideNo?: string | null
  kind: string
  state: State
  matterId?: number | null
  matterCode?: string | null
  matterTitle?: string | null
  cause?: string | null
  amount?: number | null
  receivedAt: string
  dueAt: string
  overdue: boolean
  outcome?: Outcome | null
  endedAt?: string | null
  /** Its number came again with other content that nobody has settled. */
  differs?: boolean
}
export interface Step {
  act: string
  at: string
  by?: string | null
  reason?: string | null
  note?: string | null
}
export interface Referral extends Omit<Row, 'kind'> {
  docNo?: string | null
  kind: Kind
  people?: number | null
  bothConsent: boolean
  consentProof?: string | null
  text?: string | null
  sentAt: string
  signBy: string
  signedAt?: string | null
  dueFirstAt?: string | null
  partnerDueOn?: string | null
  dates?: { transferOn: string; handleOn: string; lastOn: string } | null
  agreementNo?: string | null
  undisputed?: string | null
  answer?: string | null
  reason?: string | null
  reasonText?: string | null
  steps: Step[]
  conflicts: string[]
  mediationId?: number | null
  version: number
  may: (Deed | 'SETTLE')[]
}
export type Decision = 'TAKEN' | 'KEPT'
export interface Version {
  docNo?: string | null
  kind?: string | null
  sentAt?: string | null
  cause?: string | null
  title?: string | null
  facts?: string | null
  claims?: string | null
  category?: string | null
  place?: string | null
  areaCode?: string | null
  amount?: number | null
  people?: number | null
  parties: { role: string; name?: string | null; documentNumber?: string | null; phone?: string | null; address?: string | null }[]
  bothConsent?: boolean | null
  consentProof?: string | null
  dueOn?: string | null
  registeredOn?: string | null
  acceptedOn?: string | null
  safety: string[]
  exclusions: string[]
  matterCode?: string | null
}
/** Other content under a known number; both versions only while it waits. */
export interface Conflict {
  id: number
  receivedAt: string
  now?: Version | null
  other?: Version | null
  differs: string[]
  decision?: Decision | null
  reason?: string | null
  settledAt?: string | null
  by?: string | null
}
export interface Lawsuit {
  id: number
  caseNo: string
  cause: string
  filedOn: string
  areaCode?: string | null
  stage?: string | null
  amount?: number | null
  people?: number | null
  parties: string[]
  points: number
  reasons: string[]
  receivedAt: string
}

export const referralKeys = {
  all: ['referral'] as const,
  desks: () => ['referral', 'desks'] as const,
  rules: () => ['referral', 'rules'] as const,
  one: (id: number) => ['referral', 'one', id] as const,
  conflicts: (id: number) => ['referral', 'conflicts', id] as const,
}

export const readDesks = (): Promise<{ items: Desk[] }> => http.get('/referral-desks')
export const readRules = (): Promise<Rules> => http.get('/referral-rules')
export const readRows = (query: ListQuery, cursor: string | undefined): Promise<Page<Row>> =>
  http.get<Page<Row>>('/referrals', { query: { system: query.system, column: query.column, cursor, limit: 50 } })
export const readReferral = (id: number): Promise<Referral> => http.get<Referral>(`/referrals/${id}`)
export const readConflicts = (id: number): Promise<{ items: Conflict[] }> => http.get(`/referrals/${id}/conflicts`)
export const readLawsuits = (query: ListQuery, cursor: string | undefined): Promise<Page<Lawsuit>> =>
  http.get<Page<Lawsuit>>('/lawsuits', { query: { weighty: query.order !== 'newest', cursor, limit: 50 } })

export interface SheetTaken {
  rows: number
  taken: number
  repeated: number
  refused: number
  /** CSV of the rows refused, with why. */
  errors?: string | null
}
export function sendSheet(partnerOf: Partner, file: File): Promise<SheetTaken> {
  const form = new FormData()
  form.set('file', file)
  return upload<SheetTaken>(`/partner/${partnerOf.toLowerCase()}/referral-sheets`, form)
}

const quoted = (version: number): { version: string } => ({ version: `"${version}"` })
const step = (one: Referral, name: string, body?: object): Promise<unknown> => http.post(`/referrals/${one.id}/${name}`, body ?? {}, quoted(one.version))
export const settle = (one: Referral, conflict: number, decision: Decision, reason: string): Promise<unknown> =>
  step(one, `conflicts/${conflict}/settlement`, { decision, reason })
const partner = (one: Referral, path: string, body: object): Promise<unknown> => http.post(`/partner/${one.system.toLowerCase()}/${path}`, body)

/** What the dialogs ask, all of it; each deed sends its part. */
export interface DeedForm {
  reason: string
  text: string
  by: number
  bothConsent: boolean
  proof: string
  outcome: Outcome
  agreementNo: string
  performed: boolean
  undisputed: string
  caseNo: string
}

/** Does one deed on a referral, on the side it belongs to. */
export function perform(one: Referral, deed: Deed, form: DeedForm): Promise<unknown> {
  const said = form.text.trim() || undefined
  switch (deed) {
    case 'SIGN':
      return step(one, 'receipt')
    case 'DECLINE':
      return step(one, 'refusal', { reason: form.reason, text: said })
    case 'EXTEND':
      return step(one, 'extension', { by: `${form.by}cd`, bothConsent: form.bothConsent, proof: form.proof })
    case 'ANSWER':
      return step(one, 'answer', answerOf(form, said))
    case 'WITHDRAW':
      return one.direction === 'OUT' ? step(one, 'recall', { reason: said }) : partner(one, 'withdrawals', { outsideNo: one.outsideNo, reason: said })
    case 'CHANGE':
      return partner(one, 'withdrawals', { outsideNo: one.outsideNo, caseNo: form.caseNo.trim() || undefined, reason: said })
    case 'PARTNER_SIGN':
      return partner(one, `referrals/${one.id}/receipt`, {})
    case 'PARTNER_ANSWER':
      return partner(one, `referrals/${one.id}/answer`, { outcome: form.outcome, text: said })
    case 'PARTNER_DECLINE':
      return partner(one, `referrals/${one.id}/refusal`, { reason: said })
  }
}

function answerOf(form: DeedForm, said: string | undefined): object {
  const agreed = form.outcome === 'AGREED'
  const failed = form.outcome === 'NOT_AGREED'
  return {
    outcome: form.outcome,
    agreementNo: agreed ? form.agreementNo : undefined,
    performed: agreed ? form.performed : undefined,
    reason: failed ? form.reason || undefined : undefined,
    undisputed: failed ? form.undisputed : undefined,
    text: said,
  }
}
