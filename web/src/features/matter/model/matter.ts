import type { TraceStep } from '@/shared/time/trace'
import type { Text } from '@/shared/text/locale'

export interface Named {
  id?: number | null
  code?: string | null
  name: string
  nameEn?: string | null
}

export interface ClockView {
  key: string
  name: Text
  kind: 'INTERNAL' | 'STATUTORY'
  basis: Text
  verified: boolean
  limit: string
  startedAt: string
  dueAt: string
  amberAt: string
  stoppedAt?: string | null
  paused: boolean
  reviewOn?: string | null
  provisional: boolean
  trace: TraceStep[]
}

export interface TimelineEntry {
  seq: number
  at: string
  recordedAt: string
  action: string
  fromStatus?: string | null
  status: string
  actorKind: string
  actorName?: string | null
  unit?: Named | null
  onBehalfOf?: Named | null
  reasonName?: Text | null
  opinion?: string | null
  to?: Named | null
  backEntry: boolean
}

export interface PartyView {
  id: number
  role: string
  kind: string
  name: string
  documentKind?: string | null
  documentNumber?: string | null
  documentWarning?: string | null
  phone?: string | null
  address?: string | null
}

export interface Paper {
  id: number
  name: string
  type: string
  size: number
  paper: string
  addedAt: string
}

export interface CodedChoice {
  code: string
  name: Text
}

/** What may be done now, or why not; with what there is to choose from. */
export interface Offer {
  action: string
  allowed: boolean
  primary: boolean
  reasonCode?: string | null
  reason?: Text | null
  reasons: CodedChoice[]
  results: CodedChoice[]
  limits: string[]
  basis: Text
}

export type Risk = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'

export interface MatterView {
  id: number
  code: string
  status: string
  title: string
  facts: string
  line: string
  outsideNumbers: { line: string; number: string }[]
  category: Named
  secondaryCategory?: Named | null
  procedure: { id: string; version: number; name: Text }
  place: {
    text?: string | null
    area?: Named | null
    gridCode?: string | null
    lon?: number | null
    lat?: number | null
    homeUnit?: Named | null
  }
  occurredOn?: string | null
  reportedAt: string
  registeredAt: string
  backEntry: boolean
  enteredFor?: Named | null
  people?: number | null
  amount?: number | null
  risk?: Risk | null
  riskCheckRequired: boolean
  neverMediate: boolean
  safety: string[]
  leadUnit?: Named | null
  coUnits: Named[]
  result?: string | null
  returnCount: number
  evaluation?: string | null
  clocks: ClockView[]
  timeline: TimelineEntry[]
  parties: PartyView[]
  papers: Paper[]
  actions: Offer[]
  closedAt?: string | null
  resolvedAt?: string | null
  performedAt?: string | null
}

const WAITING = new Set(['SUSPENDED', 'EXT_PENDING', 'ADJUDICATION'])
const ENDED = new Set(['ARCHIVED', 'REJECTED', 'GUIDED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'EVALUATED', 'CLOSED', 'MERGED'])

/** How the tag of a status looks. */
export function toneOf(status: string): 'open' | 'waiting' | 'ended' {
  if (WAITING.has(status)) return 'waiting'
  return ENDED.has(status) ? 'ended' : 'open'
}
