import type { RevealRequest } from '@/shared/masking/reveal'
import { http } from '@/shared/http/client'
import type { Text } from '@/shared/text/locale'
import type { Twin } from '@/shared/twins/twins'
import type { MatterView } from '../model/matter'

export interface Suggestion {
  unit?: { id: number; code: string; name: string; nameEn?: string | null } | null
  procedure: string
  /** Key of the limit, as a dispatch takes it. */
  limit: string
  /** How long that is, such as `15wd`. */
  span: string
  riskCheck: boolean
  rules: SuggestedBy[]
  others: SuggestedBy[]
}

/** A rule behind the suggestion, or beside it. */
export interface SuggestedBy {
  id: string
  decision: 'PROCEDURE' | 'UNIT' | 'LIMIT' | 'RISK_CHECK'
  outcome: string
  reason: string
}

/** A procedure a dispatcher may choose, with the keys of its limits. */
export interface ProcedureChoice {
  id: string
  name: Text
  limits: string[]
  mediates: boolean
}

export interface Revealed {
  name?: string | null
  documentNumber?: string | null
  phone?: string | null
  address?: string | null
}

/** Another matter this one belongs together with; outgoing: the link leads from this one to the other. */
export interface LinkedMatter {
  id: number
  kind: 'DUP' | 'SAME_CAUSE' | 'DERIVED' | 'FOLLOW_UP' | 'REOPEN_OF'
  outgoing: boolean
  matterId: number
  code: string
  title: string
  status: string
  reason: string
  addedBy?: string | null
}

/** The series the matter belongs to. */
export interface SeriesName {
  id: number
  name: string
  members: { matterId: number }[]
  hidden: number
}

/** Keys of the server's answers, from the widest to the narrowest. */
export const matterKeys = {
  all: ['matters'] as const,
  one: (id: number) => ['matters', id] as const,
  links: (id: number) => ['matters', id, 'links'] as const,
  risk: (id: number) => ['matters', id, 'risk'] as const,
  cards: (id: number) => ['matters', id, 'cards'] as const,
  sessions: (id: number) => ['matters', id, 'sessions'] as const,
  signals: (id: number) => ['matters', id, 'obligation-signals'] as const,
  mediations: (id: number) => ['matters', id, 'mediations'] as const,
  wages: (id: number) => ['matters', id, 'wages'] as const,
  referrals: (id: number) => ['matters', id, 'referrals'] as const,
  referralRules: () => ['matters', 'referral-rules'] as const,
  twins: (id: number) => ['matters', id, 'twins'] as const,
  procedures: ['reference', 'procedures'] as const,
  suggestion: (id: number) => ['matters', id, 'suggestion'] as const,
}

export function readMatter(id: number): Promise<{ value: MatterView; version: string }> {
  return http.getVersioned(`/matters/${id}`)
}

export const readProcedures = (): Promise<ProcedureChoice[]> => http.get('/procedures')

export const readSuggestion = (id: number): Promise<Suggestion> => http.get(`/matters/${id}/suggestion`)

export const RISK_GROUNDS = ['THREAT', 'WEAPON_OR_STALKING', 'VIOLENCE_OR_MINOR', 'MANY_PEOPLE', 'OTHER'] as const
export type RiskMove = 'RAISE' | 'CLEAR' | 'ASK_TO_LOWER' | 'DECIDE'

/** One time at red risk. */
export interface RiskMark {
  id: number
  ground: (typeof RISK_GROUNDS)[number]
  reason: string
  raisedAt: string
  raisedBy?: string | null
  asked?: { reason: string; at: string; by?: string | null } | null
  loweredAt?: string | null
  loweredBy?: string | null
}

export interface RiskView {
  red: boolean
  checkRequired: boolean
  marks: RiskMark[]
  may: RiskMove[]
}

export const readRisk = (id: number): Promise<RiskView> => http.get(`/matters/${id}/risk`)

export const findRisk = (id: number, found: { red: boolean; ground?: string; reason: string }, version: string): Promise<unknown> =>
  http.post(`/matters/${id}/risk/findings`, found, { version })

export const askToLower = (id: number, reason: string, version: string): Promise<unknown> =>
  http.post(`/matters/${id}/risk/lowering`, { reason }, { version })

export const decideLowering = (id: number, granted: boolean, reason: string, version: string): Promise<unknown> =>
  http.post(`/matters/${id}/risk/lowering/decision`, { granted, reason }, { version })

/** A supervision card as the matter's page shows it. */
export interface MatterCard {
  id: number
  unit: { name: string; nameEn?: string | null }
  level: string
  state: string
  replyBy: string
  late: boolean
}

export const readCards = (id: number): Promise<{ items: MatterCard[] }> => http.get('/supervision/cards', { query: { matter: id, limit: 50 } })

/** A joint session as the matter's page shows it. */
export interface MatterSession {
  id: number
  meetsAt: string
  place: string
  state: string
  called: number
  came: number
}

export const readSessions = (id: number): Promise<{ items: MatterSession[] }> => http.get('/joint-sessions', { query: { matter: id, limit: 50 } })

export interface MatterWages {
  id: number
  project: string
  sums: { workers: number; claimed: number; recovered: number }
}

export interface MatterReferral {
  id: number
  system: 'COURT' | 'POLICE' | 'PETITION' | 'PROSECUTION'
  direction: 'IN' | 'OUT'
  kind: string
  state: 'SENT' | 'RECEIVED' | 'SIGNED' | 'ANSWERED' | 'DECLINED' | 'WITHDRAWN' | 'CHANGED'
  outsideNo?: string | null
  dueAt: string
  endedAt?: string | null
}
export interface ReferralKindName {
  code: string
  system: MatterReferral['system']
  direction: 'IN' | 'OUT'
  name: { zh: string; en: string }
}
export const readReferrals = (id: number): Promise<{ items: MatterReferral[] }> => http.get(`/matters/${id}/referrals`)
export const readReferralKinds = (): Promise<{ kinds: ReferralKindName[] }> => http.get('/referral-rules')
export const sendReferral = (id: number, kind: string, text: string): Promise<{ id: number }> => http.post(`/matters/${id}/referrals`, { kind, text })
export const readWageClaims = (id: number): Promise<{ items: MatterWages[] }> => http.get('/wage-claims', { query: { matter: id, limit: 50 } })

/** What was read of the same matter stays while it is read again, so that an open dialog does; of another matter nothing does. */
export const ofSameMatter =
  (matterId: () => number) =>
  <T>(before: T | undefined, asked?: { queryKey: readonly unknown[] }): T | undefined =>
    asked?.queryKey[1] === matterId() ? before : undefined

export const readLinks = (id: number): Promise<LinkedMatter[]> => http.get(`/matters/${id}/links`)

export const removeLink = (id: number, link: number, reason: string, version: string): Promise<unknown> =>
  http.post(`/matters/${id}/links/${link}/removal`, { reason }, { version })

export const readTwins = (id: number): Promise<Twin[]> => http.get(`/matters/${id}/twins`)

export const readSeriesOf = (id: number): Promise<SeriesName[]> => http.get(`/matters/${id}/series`)

export function act(id: number, noun: string, body: object, version: string): Promise<unknown> {
  return http.post(`/matters/${id}/${noun}`, body, { version })
}

export function revealParty(id: number, request: RevealRequest): Promise<Revealed> {
  return http.post(`/parties/${id}/reveals`, request)
}

/** A mediation as the matter's page shows it. */
export interface MatterMediation {
  id: number
  attempt: number
  state: 'OPEN' | 'AGREED' | 'FAILED' | 'STOPPED' | 'WITHDRAWN'
  mediator?: string | null
}
/** An obligation that was not kept, as the matter's page shows it. */
export interface MatterSignal {
  id: number
  agreement: number
  position: number
  visitDueOn: string
  overdue: boolean
  settledAt?: string | null
  visit?: { doneOn: string } | null
}
export const readSignals = (id: number): Promise<{ items: MatterSignal[] }> => http.get(`/matters/${id}/obligation-signals`)
export const readMediations = (id: number): Promise<{ items: MatterMediation[] }> => http.get(`/matters/${id}/mediations`)
