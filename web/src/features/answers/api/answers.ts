import { http } from '@/shared/http/client'
import type { ListQuery, Page } from '@/shared/worklist/types'

/** The lines as addresses name them. */
export const SLUGS = ['court', 'police', 'petition', '12345', 'grid', 'citizen', 'superior', 'window'] as const
export type MessageState = 'WAITING' | 'DELIVERED' | 'DEAD' | 'SET_ASIDE' | 'KEPT'

export interface Answer {
  id: number
  outsideNo: string
  code: string
  status: string
  at: string
  result?: string | null
  state: MessageState
  deliveredAt?: string | null
  failure?: string | null
  via?: string | null
  handedAt?: string | null
  handedBy?: string | null
}

export interface DeadLetter {
  id: number
  destination: string
  subject: string
  attempts: number
  failure?: string | null
  writtenAt: string
}

export interface Destination {
  destination: string
  waiting: number
  held: number
}

export interface Answering {
  line: string
  address?: string | null
  setAt?: string | null
  statuses: string[]
}

export interface SmsGateway {
  address: string
  method: 'POST' | 'GET'
  mediaType: string
  body?: string | null
  setAt?: string | null
}

export const keys = {
  all: ['answers'] as const,
  day: (line: string, on: string) => ['answers', 'day', line, on] as const,
  kept: (line: string) => ['answers', 'kept', line] as const,
  destinations: ['answers', 'destinations'] as const,
  answering: (line: string) => ['answers', 'answering', line] as const,
  sms: ['answers', 'sms'] as const,
}

export const csvOf = (line: string, on: string): string => `/api/v1/lines/${line}/answers.csv?on=${on}`

export const readAnswers = async (line: string, on: string): Promise<Answer[]> =>
  (await http.get<{ items: Answer[] }>(`/lines/${line}/answers`, { query: { on } })).items
export const readKept = async (line: string): Promise<{ day: string; count: number }[]> =>
  (await http.get<{ items: { day: string; count: number }[] }>(`/lines/${line}/answers/kept`)).items
export const handOver = (line: string, on: string): Promise<{ count: number }> => http.post(`/lines/${line}/answers/hand-overs`, { on })

export const readDeadLetters = (query: ListQuery, cursor: string | undefined): Promise<Page<DeadLetter>> =>
  http.get('/dead-letters', { query: { destination: query.line ? `line-${query.line}` : undefined, cursor, limit: 50 } })
export const resend = (id: number): Promise<void> => http.post(`/dead-letters/${id}/resending`)
export const setAside = (id: number, reason: string): Promise<void> => http.post(`/dead-letters/${id}/setting-aside`, { reason })

export const readDestinations = async (): Promise<Destination[]> => (await http.get<{ items: Destination[] }>('/destinations')).items
export const resendAll = (name: string): Promise<{ count: number }> => http.post(`/destinations/${name}/resending`)

export const readAnswering = (line: string): Promise<Answering> => http.get(`/lines/${line}/answering`)
export const saveAnswering = (line: string, to: { address?: string; statuses: string[] }): Promise<{ settings: Answering; secret?: string | null }> =>
  http.put(`/lines/${line}/answering`, to)

export const readSms = (): Promise<SmsGateway> => http.get('/sms-gateway')
export const saveSms = (to: Partial<SmsGateway> & { secret?: string }): Promise<SmsGateway> => http.put('/sms-gateway', to)
export const endSms = (): Promise<void> => http.delete('/sms-gateway')
