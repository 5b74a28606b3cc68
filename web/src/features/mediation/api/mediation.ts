import { take, type TakenFile } from '@/shared/documents/take'
import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'
import type { Text } from '@/shared/text/locale'
import type { ListQuery, Page } from '@/shared/worklist/types'

export const KINDS = ['JOINT', 'PRIVATE', 'SITE', 'REMOTE'] as const
export type SessionKind = (typeof KINDS)[number]
export const CONSENTS = ['AGREED', 'REFUSED', 'OTHER_MEDIATOR', 'STOPPED'] as const
export type Consent = (typeof CONSENTS)[number]
export const MODES = ['WRITTEN', 'ORAL', 'PHONE', 'ONLINE'] as const
export type Mode = (typeof MODES)[number]
export const ORIGINS = ['APPLIED', 'OFFERED', 'COURT', 'POLICE', 'PETITION', 'PROSECUTION'] as const
export type Origin = (typeof ORIGINS)[number]
export const STATES = ['OPEN', 'AGREED', 'FAILED', 'STOPPED', 'WITHDRAWN'] as const
export type State = (typeof STATES)[number]
export const RESULTS = ['AGREED', 'ADJOURNED', 'NOT_AGREED'] as const
export type Result = (typeof RESULTS)[number]
export const OWED_KINDS = ['PAY', 'ACT', 'REFRAIN', 'DELIVER'] as const
export type OwedKind = (typeof OWED_KINDS)[number]
export const GROUNDS = ['KINSHIP', 'PRIOR_HANDLING', 'INTEREST', 'PARTY_OBJECTION'] as const
export const MEDIATOR_KINDS = ['FULL_TIME', 'PART_TIME', 'INVITED', 'FORMER_JUDGE', 'FORMER_POLICE'] as const
export const ANSWERS = ['CONFIRMED', 'REFUSED', 'NOT_ACCEPTED'] as const

export interface Committee {
  id: number
  unitId: number
  name: string
  sign: string
}
export interface Mediator {
  id: number
  staffId: number
  name: string
  committee: Committee
  kind: (typeof MEDIATOR_KINDS)[number]
  specialties: string[]
  languages: string[]
  filingNo?: string | null
  filedOn?: string | null
  validFrom: string
  validTo?: string | null
  load: number
  version: number
}
export interface Suggestion {
  mediator: Mediator
  score: number
  recused: boolean
  reasons: string[]
}
export interface CaseParty {
  id: number
  role: 'APPLICANT' | 'RESPONDENT'
  name: string
  consent?: Consent | null
  mode?: Mode | null
  consentAt?: string | null
}
export interface SessionRow {
  id: number
  mediationId: number
  matterCode: string
  matterTitle: string
  number: number
  kind: SessionKind
  startsAt: string
  endsAt: string
  roomId?: number | null
  room?: string | null
  roomEn?: string | null
  place?: string | null
  mediator?: string | null
  state: 'PLANNED' | 'HELD' | 'CANCELLED'
  result?: Result | null
}
/** The electronic seal of an agreement, checked now, or why none can be put. */
export type AgreementSeal = components['schemas']['AgreementSeal']
export interface AgreementRow {
  id: number
  mediationId: number
  number: string
  form: 'WRITTEN' | 'ORAL'
  state: 'DRAFT' | 'SIGNED' | 'PERFORMED' | 'VOID'
  total?: number | null
  signedOn?: string | null
  nextDueOn?: string | null
  obligations: number
  performed: number
}
export interface Mediation {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  attempt: number
  committee: Committee
  mediatorId?: number | null
  mediator?: string | null
  origin: Origin
  state: State
  openedAt: string
  dueOn: string
  endedAt?: string | null
  endedWhy?: string | null
  parties: CaseParty[]
  sessions: SessionRow[]
  agreements: AgreementRow[]
  version: number
  may: boolean
}
export interface MediationRow {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  state: State
  mediator?: string | null
  dueOn: string
  nextOn?: string | null
  nextSession?: string | null
  consents: number
  parties: number
}
export interface Line {
  speaker: 'MEDIATOR' | 'PARTY' | 'OTHER'
  partyId?: number | null
  text: string
}
export interface SessionView {
  session: SessionRow
  matterId: number
  partyId?: number | null
  why?: string | null
  invited: { partyId: number; name: string; role: string; answer?: string | null; came?: boolean | null }[]
  minutes: Line[]
  hidden: boolean
  wish?: { answer: 'SUITS' | 'MOVE'; proposedAt?: string | null; reason?: string | null; saidAt: string; decision?: string | null } | null
  readBackAt?: string | null
  keptBy?: string | null
  version: number
  may: boolean
}
export interface Room {
  id: number
  name: string
  nameEn: string
  kind: string
  capacity: number
  twoDoors: boolean
  recorder: boolean
  open: boolean
  bookings: { startsAt: string; endsAt: string }[]
}
export interface Obligation {
  position: number
  obligor: number
  obligorName: string
  obligee: number
  obligeeName: string
  kind: OwedKind
  amount?: number | null
  dueOn: string
  method: string
  status: 'DUE' | 'PERFORMED' | 'DEFAULTED'
  performedOn?: string | null
}
export interface Agreement {
  agreement: AgreementRow
  matterId: number
  matterCode: string
  matterTitle: string
  committee: string
  mediator?: string | null
  facts: string
  terms: string
  effectiveOn?: string | null
  documentId?: number | null
  voidWhy?: string | null
  parties: CaseParty[]
  obligations: Obligation[]
  confirmable: boolean
  confirmUntil?: string | null
  confirmation?: { appliedOn: string; court: string; answer?: string | null; answeredOn?: string | null; documentNo?: string | null } | null
  version: number
  may: boolean
}
export interface Draft {
  form: 'WRITTEN' | 'ORAL'
  facts: string
  terms: string
  total?: number
  obligations: { obligor?: number; obligee?: number; kind: OwedKind; amount?: number; dueOn?: string; method: string }[]
}

/** An obligation that was not kept, and the visit made for it. */
export interface ObligationSignal {
  id: number
  matter: number
  matterCode: string
  matterTitle: string
  agreement: number
  position: number
  raisedAt: string
  visitDueOn: string
  overdue: boolean
  settledAt?: string | null
  visit?: { doneOn: string; mode: string; finding: (typeof FINDINGS)[number]; opinion?: string | null } | null
}
export const FINDINGS = ['WILL_PERFORM', 'CANNOT', 'REFUSES', 'DISPUTED'] as const
export const VISIT_MODES = ['FACE_TO_FACE', 'PHONE'] as const
export const ROOM_KINDS = ['MEDIATION', 'HEARING', 'COUNSELLING', 'TALK', 'VIDEO'] as const
export interface CourtPaper {
  code: string
  name: Text
  needed: boolean
  state: 'THERE' | 'MADE' | 'MISSING' | 'ABSENT'
  files: { id: number; name: string }[]
}

export const mediationKeys = {
  all: ['mediation'] as const,
  one: (id: number) => ['mediation', 'one', id] as const,
  session: (id: number) => ['mediation', 'session', id] as const,
  agreement: (id: number) => ['mediation', 'agreement', id] as const,
  rooms: (from: string, to: string) => ['mediation', 'rooms', from, to] as const,
  calendar: (mine: boolean, from: string, to: string) => ['mediation', 'calendar', mine, from, to] as const,
  signals: () => ['mediation', 'signals'] as const,
  signalsOf: (matter: number) => ['mediation', 'signals', matter] as const,
  seal: (agreement: number) => ['mediation', 'seal', agreement] as const,
  courtPapers: (agreement: number) => ['mediation', 'court-papers', agreement] as const,
  committees: () => ['mediation', 'committees'] as const,
  register: () => ['mediation', 'register'] as const,
  suggestions: (matter: number) => ['mediation', 'suggestions', matter] as const,
}
const version = (number: number): { version: string } => ({ version: `"${number}"` })

export interface Trouble {
  title: string
  code: string
  neverMediate: boolean
  parties: { id: number; role: string; name: string }[]
}
export const readMatter = (id: number): Promise<Trouble> => http.get(`/matters/${id}`)
export const readMediations = (query: ListQuery, cursor: string | undefined): Promise<Page<MediationRow>> =>
  http.get<Page<MediationRow>>('/mediations', { query: { mine: query.whose !== 'all', state: query.state, cursor, limit: 50 } })
export const readMediation = (id: number): Promise<Mediation> => http.get<Mediation>(`/mediations/${id}`)
export const readCalendar = (mine: boolean, from: string, to: string): Promise<{ items: SessionRow[] }> =>
  http.get('/mediation-sessions', { query: { mine, from, to } })
export const readRooms = (from: string, to: string): Promise<{ items: Room[] }> => http.get('/mediation-rooms', { query: { from, to } })
export const readRegister = (): Promise<{ items: Mediator[] }> => http.get('/mediators')
export const readSuggestions = (matter: number): Promise<{ items: Suggestion[] }> => http.get(`/matters/${matter}/mediator-suggestions`)
export const recuse = (matter: number, mediatorId: number, ground: string): Promise<unknown> => http.post(`/matters/${matter}/recusals`, { mediatorId, ground })
/** @param agreed parties who have agreed already; none to ask them later */
export const openMediation = (matter: number, mediatorId: number, origin: Origin, agreed?: { partyIds: number[]; mode: Mode }): Promise<{ id: number }> =>
  http.post<{ id: number }>(`/matters/${matter}/mediations`, { mediatorId, origin, agreed })
/** A step of a mediation that needs no version. */
export const toMediation = (id: number, noun: 'assignments' | 'consents' | 'ending', body: object): Promise<unknown> => http.post(`/mediations/${id}/${noun}`, body)
export const planSession = (id: number, body: object): Promise<{ id: number }> => http.post<{ id: number }>(`/mediations/${id}/sessions`, body)

export const readSession = (id: number): Promise<SessionView> => http.get<SessionView>(`/mediation-sessions/${id}`)
export const toSession = (id: number, noun: 'attendance' | 'cancellation', body: object): Promise<unknown> => http.post(`/mediation-sessions/${id}/${noun}`, body)
export const keepMinutes = (id: number, seen: number, lines: readonly Line[]): Promise<{ version: number }> =>
  http.put<{ version: number }>(`/mediation-sessions/${id}/minutes`, { lines }, version(seen))
/** @param lines the minutes as they were read; none for those kept already */
export const readBack = (id: number, seen: number, result: Result, lines?: readonly Line[]): Promise<unknown> =>
  http.post(`/mediation-sessions/${id}/read-back`, { result, lines }, version(seen))

export const readAgreement = (id: number): Promise<Agreement> => http.get<Agreement>(`/agreements/${id}`)
export const drawAgreement = (mediation: number, draft: Draft): Promise<{ id: number }> => http.post<{ id: number }>(`/mediations/${mediation}/agreements`, draft)
export const rewriteAgreement = (id: number, seen: number, draft: Draft): Promise<unknown> => http.put(`/agreements/${id}`, draft, version(seen))
export const signAgreement = (id: number, seen: number, signedOn: string, documentId: number | undefined): Promise<unknown> =>
  http.post(`/agreements/${id}/signature`, { signedOn, documentId }, version(seen))
export const voidAgreement = (id: number, seen: number, reason: string): Promise<unknown> => http.post(`/agreements/${id}/cancellation`, { reason }, version(seen))
export const perform = (id: number, position: number, performedOn: string, documentId: number | undefined): Promise<unknown> =>
  http.post(`/agreements/${id}/obligations/${position}/performance`, { performedOn, documentId })
export const applyForConfirmation = (id: number, body: object): Promise<unknown> => http.post(`/agreements/${id}/confirmation`, body)
export const answerConfirmation = (id: number, body: object): Promise<unknown> => http.post(`/agreements/${id}/confirmation-answer`, body)
export const readCourtPapers = (id: number): Promise<{ items: CourtPaper[] }> => http.get(`/agreements/${id}/confirmation-papers`)
export const packForCourt = (id: number, body: { court: string; delivery?: string }): Promise<TakenFile> => take(`/agreements/${id}/confirmation-package`, body)
export const readSeal = (id: number): Promise<AgreementSeal> => http.get(`/agreements/${id}/seal`)
export const putSeal = (id: number, seen: number, key: string): Promise<AgreementSeal> =>
  http.post(`/agreements/${id}/seal`, {}, { ...version(seen), idempotencyKey: key })
export const takeSealed = (id: number): Promise<TakenFile> => take(`/agreements/${id}/seal/package`)
export const readSignals = (): Promise<Page<ObligationSignal>> => http.get('/obligation-signals', { query: { mine: true, limit: 50 } })
export const readSignalsOf = (matter: number): Promise<{ items: ObligationSignal[] }> => http.get(`/matters/${matter}/obligation-signals`)
export const visitFor = (signal: number, body: object): Promise<unknown> => http.post(`/obligation-signals/${signal}/visit`, body)
export const moveSession = (id: number, startsAt: string): Promise<{ id: number }> => http.post(`/mediation-sessions/${id}/move`, { startsAt })
export const keepTime = (id: number): Promise<unknown> => http.post(`/mediation-sessions/${id}/kept-time`, {})
export const readCommittees = (): Promise<{ items: Committee[] }> => http.get('/mediation-committees')
export const findStaff = (q: string): Promise<Page<{ id: number; displayName: string; active: boolean; posts: { unitName: string }[] }>> =>
  http.get('/staff', { query: { q, limit: 50 } })
/** Enters a mediator, or changes the entry. */
export const keepMediator = (one: Mediator | undefined, body: object): Promise<unknown> =>
  one ? http.put(`/mediators/${one.id}`, body, version(one.version)) : http.post('/mediators', body)
/** Adds a room, or changes it. */
export const keepRoom = (id: number | undefined, body: object): Promise<unknown> => (id === undefined ? http.post('/mediation-rooms', body) : http.put(`/mediation-rooms/${id}`, body))
export const renewFeed = (): Promise<{ path: string }> => http.post<{ path: string }>('/mediation-calendar-feed')
