import { http } from '@/shared/http/client'
import type { ListQuery, Page } from '@/shared/worklist/types'

export interface UnitName {
  id: number
  name: string
  nameEn?: string | null
}
export type SessionState = 'CALLED' | 'HELD' | 'CANCELLED'
export const ANSWERS = ['WILL_COME', 'SUBSTITUTE', 'CANNOT'] as const
export type Answer = (typeof ANSWERS)[number]
export type Deed = 'ANSWER' | 'RECORD' | 'CANCEL' | 'SIGN' | 'ADD'

export interface SessionRow {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  meetsAt: string
  place: string
  calledUnit: UnitName
  state: SessionState
  called: number
  came: number
  signed: boolean
}

export interface Call {
  unit: UnitName
  answer?: Answer | null
  answerNote?: string | null
  came?: boolean | null
  attendee?: string | null
  arrivedAt?: string | null
}

export interface Task {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  sessionId?: number | null
  meetingId?: number | null
  unit: UnitName
  responsible?: string | null
  text: string
  dueAt: string
  state: 'OPEN' | 'DONE' | 'RETURNED'
  overdue: boolean
  late: boolean
  answer?: string | null
  answeredAt?: string | null
  mayAnswer: boolean
  version: number
}

export interface Addendum {
  id: number
  text: string
  addedAt: string
  addedBy?: string | null
}

export interface Session extends Omit<SessionRow, 'signed'> {
  reason: string
  calledAt: string
  calledBy: string
  cancelledWhy?: string | null
  calls: Call[]
  opinions: { id: number; unit: UnitName; text: string; dissents: boolean; recordedAt: string; recordedBy?: string | null }[]
  tasks: Task[]
  minutes: string
  signedAt?: string | null
  signedBy?: string | null
  addenda: Addendum[]
  version: number
  may: Deed[]
}

export interface AgendaItem {
  list: Agenda
  matterId: number
  code: string
  title: string
  status: string
  dueAt?: string | null
  lead?: UnitName | null
  sessionId?: number | null
  meetsAt?: string | null
  place?: string | null
}
export const AGENDA = ['RED', 'OVERDUE', 'SECOND_RETURN', 'SESSION'] as const
export type Agenda = (typeof AGENDA)[number]

export interface Meeting {
  id: number
  unit: UnitName
  heldOn: string
  startedAt: string
  startedBy?: string | null
  items: AgendaItem[]
  tasks: Task[]
  minutes: string
  signedAt?: string | null
  signedBy?: string | null
  addenda: Addendum[]
  version: number
  may: Deed[]
}

export interface MeetingRow {
  id: number
  unit: UnitName
  heldOn: string
  items: number
  tasks: number
  signed: boolean
}

export interface ResponseRow extends UnitName {
  called: number
  came: number
}

export const jointKeys = {
  all: ['joint'] as const,
  session: (id: number) => ['joint', 'session', id] as const,
  meeting: (id: number) => ['joint', 'meeting', id] as const,
  today: () => ['joint', 'today'] as const,
}

export const readSessions = (query: ListQuery, cursor: string | undefined): Promise<Page<SessionRow>> =>
  http.get<Page<SessionRow>>('/joint-sessions', { query: { on: query.on, cursor, limit: 50 } })
export const readSession = (id: number): Promise<Session> => http.get<Session>(`/joint-sessions/${id}`)
export const readResponses = (query: ListQuery, cursor: string | undefined): Promise<Page<ResponseRow>> =>
  http.get<Page<ResponseRow>>('/joint-responses', { query: { from: query.from, to: query.to, cursor, limit: 50 } })
export const readTasks = (query: ListQuery, cursor: string | undefined): Promise<Page<Task>> =>
  http.get<Page<Task>>('/joint-tasks', { query: { state: query.state, overdue: query.overdue, unit: query.unit, cursor, limit: 50 } })
export const readMatterTitle = (id: number): Promise<{ title: string; code: string; neverMediate: boolean }> => http.get(`/matters/${id}`)

export interface NewSession {
  unitIds: number[]
  reason: string
  meetsAt: string
  place: string
}
export const callUnits = (matter: number, session: NewSession): Promise<{ id: number }> =>
  http.post<{ id: number }>(`/matters/${matter}/joint-sessions`, session)

/** A step of a session or a meeting that needs no version. */
export const toSession = (id: number, noun: string, body: object): Promise<unknown> => http.post(`/joint-sessions/${id}/${noun}`, body)
export const toMeeting = (id: number, noun: string, body: object): Promise<unknown> => http.post(`/morning-meetings/${id}/${noun}`, body)

export type Record = 'joint-sessions' | 'morning-meetings'
export const keepMinutes = (record: Record, id: number, version: number, text: string): Promise<{ version: number }> =>
  record === 'joint-sessions'
    ? http.put<{ version: number }>(`/joint-sessions/${id}/minutes`, { text }, { version: `"${version}"` })
    : http.put<{ version: number }>(`/morning-meetings/${id}/minutes`, { text }, { version: `"${version}"` })
export const signMinutes = (record: Record, id: number, version: number): Promise<unknown> =>
  record === 'joint-sessions'
    ? http.post(`/joint-sessions/${id}/signature`, undefined, { version: `"${version}"` })
    : http.post(`/morning-meetings/${id}/signature`, undefined, { version: `"${version}"` })

export const answerTask = (task: Task, done: boolean, text: string): Promise<unknown> =>
  http.post(`/joint-tasks/${task.id}/answer`, { done, text }, { version: `"${task.version}"` })

export const readToday = (): Promise<{ meeting?: Meeting | null; agenda: AgendaItem[] }> => http.get('/morning-meetings/today')
export const beginMeeting = (): Promise<{ id: number }> => http.post<{ id: number }>('/morning-meetings')
export const readMeeting = (id: number): Promise<Meeting> => http.get<Meeting>(`/morning-meetings/${id}`)
export const readMeetings = (_query: ListQuery, cursor: string | undefined): Promise<Page<MeetingRow>> =>
  http.get<Page<MeetingRow>>('/morning-meetings', { query: { cursor, limit: 50 } })
