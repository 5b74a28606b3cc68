import { http } from '@/shared/http/client'
import type { Text } from '@/shared/text/locale'
import type { Page } from '@/shared/worklist/types'

export type Weight = 'ERROR' | 'WARNING' | 'NOTE'
export type State = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'WITHDRAWN' | 'DISCARDED'
export type Kind = 'ROUTING' | 'PROCEDURE' | 'CATEGORIES' | 'CALENDAR' | 'HOURS' | 'SUPERVISION' | 'TWINS' | 'SIGN_IN'
export type Decision = 'PROCEDURE' | 'UNIT' | 'LIMIT' | 'RISK_CHECK'

export interface Finding extends Text {
  weight: Weight
  code: string
  place: string
  line?: number | null
  example?: string | null
}

export interface Step {
  action: string
  at: string
  by?: string | null
  note?: string | null
}

/** That a version was tried, and how many would have gone otherwise in which respect. */
export interface TrialMark {
  matters: number
  elsewhere: number
  overdue: number
  stuck: number
  otherwise: Partial<Record<string, number>>
  at: string
}

export interface VersionRow {
  id: number
  kind: Kind
  name: string
  number: number
  state: State
  revision: number
  draftedBy?: string | null
  reason: string
  trial?: TrialMark | null
  effectiveAt?: string | null
  steps: Step[]
}

export interface Standing extends Text {
  kind: Kind
  name: string
  mayDraft: boolean
  inForce: VersionRow
  coming: VersionRow[]
  open: VersionRow[]
}

export interface Difference {
  kind: 'ADDED' | 'CHANGED' | 'MOVED' | 'REMOVED'
  place: string
  before?: string | null
  after?: string | null
}

export interface Version {
  version: VersionRow
  text: string
  mayDraft: boolean
  mayApprove: boolean
  triable: boolean
  findings: Finding[]
  differences: Difference[]
}

export interface Group {
  number: number
  aspect: string
  from: Text
  to: Text
  count: number
}

/** A trial as it was kept; its matters are read page by page. */
export interface Trial {
  id: number
  version: number
  at: string
  by?: string | null
  matters: number
  from?: string | null
  millis: number
  groups: Group[]
  figures: { what: Text; inForce: number; draft: number }[]
}

/** One matter of a trial's group; of a pair the other one too. */
export interface TriedMatter {
  group: number
  place: number
  matterId: number
  code: string
  title: string
  rule: string
  otherId?: number | null
  otherCode?: string | null
}

export interface Row {
  id: string
  cells: string[]
  outcome: string
  zh: string
  en: string
}

export interface Table {
  decision: Decision
  columns: string[]
  rows: Row[]
}

export interface Word extends Text {
  value: string
}

export interface Column {
  name: string
  en: string
  type: 'WORDS' | 'NUMBER' | 'TRUTH'
  words: Word[]
}

export interface Words {
  columns: Column[]
  outcomes: { decision: Decision; words: Word[] }[]
}

export interface SheetView {
  revision: number
  sheet: { tables: Table[] }
  words: Words
}

export const readStandings = (): Promise<{ items: Standing[] }> => http.get('/rules')
export const readHistory = (kind: Kind, name: string): Promise<{ items: VersionRow[] }> =>
  http.get(`/rules/${kind.toLowerCase()}/${name}/versions`)
export const beginDraft = (set: { kind: Kind; name: string }, reason: string): Promise<Version> =>
  http.post(`/rules/${set.kind.toLowerCase()}/${set.name}/drafts`, { reason })

export const readVersion = (id: number): Promise<Version> => http.get(`/rule-versions/${id}`)
export const readSheet = (id: number): Promise<SheetView> => http.get(`/rule-versions/${id}/routing-sheet`)
export const writeSheet = (id: number, revision: number, tables: Table[]): Promise<SheetView> =>
  http.put(`/rule-versions/${id}/routing-sheet`, { revision, sheet: { tables } })
export const writeText = (id: number, revision: number, text: string): Promise<Version> =>
  http.put(`/rule-versions/${id}/text`, { revision, text })
export const tryOut = (id: number, matters: number): Promise<Trial> => http.post(`/rule-versions/${id}/trials`, { matters })
export const readTrials = (id: number): Promise<{ items: Trial[] }> => http.get(`/rule-versions/${id}/trials`)
export const readTrial = (id: number): Promise<Trial> => http.get(`/rule-trials/${id}`)
export const readTried = (id: number, group: string | undefined, cursor: string | undefined): Promise<Page<TriedMatter>> =>
  http.get(`/rule-trials/${id}/matters`, { query: { group, cursor, limit: 50 } })
export const fileOf = (id: number): string => `/api/v1/rule-versions/${id}/file`

export type Move = 'submission' | 'return' | 'approval' | 'withdrawal' | 'discarding'

/** One step of a version, by whoever may take it. */
export const move = (id: number, what: Move, body: { reason?: string; effectiveAt?: string; atOnce?: boolean }): Promise<Version> =>
  http.post(`/rule-versions/${id}/${what}`, what === 'discarding' ? undefined : body)

export const readProcedures = (): Promise<{ id: string; name: Text }[]> => http.get('/procedures')
