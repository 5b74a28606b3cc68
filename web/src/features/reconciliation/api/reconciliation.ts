import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { Page } from '@/shared/worklist/types'

/** The trouble first, as the server sorts it. */
export const KINDS = ['MISSING', 'REFUSED', 'WAITING', 'LATE', 'MERGED', 'REPEATED', 'RECEIVED'] as const
export type Kind = (typeof KINDS)[number]
export type State = 'OPEN' | 'SIGNED' | 'CHANGED'

export interface Figures {
  said?: number | null
  received: number
  refused: number
  waiting: number
  merged: number
  late: number
  missing: number
  repeated: number
  asked: number
  unannounced: number
}

export interface Sheet {
  revision: number
  figures: Figures
  note?: string | null
  byName?: string | null
  signedAt: string
}

export interface LineDay {
  line: string
  day: string
  state: State
  figures: Figures
  /** What a signature stands for; sent back with it. */
  told: string
  statement?: { count: number; listed?: number | null; source: 'TYPED' | 'FILE' | 'API'; byName?: string | null; at: string } | null
  signed: Sheet[]
}

export interface Row {
  kind: Kind
  outsideNo?: string | null
  submissionId?: number | null
  matterId?: number | null
  matterCode?: string | null
  at?: string | null
  times: number
  codes: string[]
  askedAt?: string | null
}

export const keys = {
  all: ['reconciliation'] as const,
  day: (on: string) => ['reconciliation', 'day', on] as const,
  open: ['reconciliation', 'open'] as const,
  one: (line: string, day: string) => ['reconciliation', 'one', line, day] as const,
  rows: (line: string, day: string, revision: number | undefined, kind: Kind | undefined) =>
    ['reconciliation', 'rows', line, day, revision ?? 0, kind ?? ''] as const,
  numbering: (line: string) => ['reconciliation', 'numbering', line] as const,
}

const at = (line: string, day: string): string => `/lines/${line}/days/${day}`

export const readDay = async (on: string): Promise<LineDay[]> =>
  (await http.get<{ items: LineDay[] }>('/reconciliation', { query: { on } })).items

export const readOpen = async (): Promise<LineDay[]> =>
  (await http.get<{ items: LineDay[] }>('/reconciliation/open')).items

export const readLineDay = (line: string, day: string): Promise<LineDay> => http.get(at(line, day))

export const readRows = (
  line: string,
  day: string,
  query: { revision?: number; kind?: Kind; cursor?: string },
): Promise<Page<Row>> => http.get(`${at(line, day)}/rows`, { query: { ...query, limit: 100 } })

export const say = (line: string, day: string, sent: { count?: number; outsideNos?: string[] }): Promise<LineDay> =>
  http.put(`${at(line, day)}/sent`, sent)

export function sayFile(line: string, day: string, file: File): Promise<LineDay> {
  const form = new FormData()
  form.append('file', file)
  return upload(`${at(line, day)}/sent-file`, form)
}

export const askAgain = (line: string, day: string): Promise<{ count: number }> => http.post(`${at(line, day)}/requests`, {})

export const sign = (line: string, day: string, told: string, note: string): Promise<LineDay> =>
  http.post(`${at(line, day)}/signatures`, { told, note: note.trim() || undefined })

export const readNumbering = async (line: string): Promise<number | undefined> =>
  (await http.get<{ digits?: number | null }>(`/lines/${line}/numbering`)).digits ?? undefined

export const setNumbering = (line: string, digits: number | undefined): Promise<unknown> =>
  http.put(`/lines/${line}/numbering`, { digits })
