import type { TraceStep } from '@/shared/time/trace'
import type { Text } from '@/shared/text/locale'

export interface Named {
  id?: number
  code?: string
  name: string
  nameEn?: string | null
}

export interface ClockView {
  key: string
  name: Text
  kind: 'INTERNAL' | 'STATUTORY'
  startedAt: string
  dueAt: string
  amberAt?: string | null
  stoppedAt?: string | null
  paused?: boolean
  basis?: string
  trace?: TraceStep[]
}

export interface TimelineEntry {
  seq: number
  at: string
  action: string
  status?: string
  actorName?: string | null
  unit?: Named | null
  onBehalfOf?: Named | null
  opinion?: string | null
  reason?: string | null
  basis?: string | null
  backEntry?: boolean
}

export interface PartyView {
  id: number
  role: string
  kind: string
  name: string
  documentKind?: string | null
  documentNumber?: string | null
  phone?: string | null
  address?: string | null
}

export interface Paper {
  id: number
  name: string
  type: string
  size: number
  addedAt?: string
}

/** What may be done now, or why not. */
export interface Offer {
  action: string
  allowed: boolean
  primary: boolean
  reasonCode?: string | null
  reason?: string | null
  reasons?: { code: string; name: Text }[]
}

export interface MatterView {
  id: number
  code: string
  status: string
  title: string
  facts: string
  line: string
  outsideNumbers?: { line: string; number: string }[]
  category: Named
  procedure: { id: string; name: Text; version?: string | number }
  place: { text: string; area?: Named | null; gridCode?: string | null; lon?: number | null; lat?: number | null }
  occurredOn?: string | null
  reportedAt: string
  registeredAt: string
  backEntry?: boolean
  proxyFor?: { unit: Named; reason: string } | null
  people?: number | null
  amount?: number | null
  risk?: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE' | null
  leadUnit?: Named | null
  coUnits?: Named[]
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
const ENDED = new Set(['ARCHIVED', 'REJECTED', 'GUIDED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'EVALUATED', 'CLOSED'])

/** How the tag of a status looks. */
export function toneOf(status: string): 'open' | 'waiting' | 'ended' {
  if (WAITING.has(status)) return 'waiting'
  return ENDED.has(status) ? 'ended' : 'open'
}
