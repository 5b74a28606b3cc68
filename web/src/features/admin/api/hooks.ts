import { http } from '@/shared/http/client'
import type { Page } from '@/shared/worklist/types'

/** What a partner can be told of, in the order it happens. */
export const NEWS = ['RECEIVED', 'SIGNED', 'DECLINED', 'EXTENDED', 'ANSWERED', 'WITHDRAWN', 'CHANGED', 'SENT', 'CONFLICT', 'SETTLED'] as const
export type News = (typeof NEWS)[number]

export const PARTNERS = ['COURT', 'POLICE', 'PETITION', 'PROSECUTION'] as const
export type Partner = (typeof PARTNERS)[number]

export interface Hook {
  id: number
  partner: Partner
  address: string
  types: News[]
  addedAt: string
  pausedAt?: string | null
  formerSecretUntil?: string | null
  forwardedTo: number
  last: number
  waiting: number
  held: boolean
  nextTryAt?: string | null
}

export interface Failure {
  id: number
  eventId: string
  state: 'WAITING' | 'DEAD' | 'SET_ASIDE' | 'DELIVERED' | 'KEPT'
  attempts: number
  failure: string
  triedAt?: string | null
}

const BASE = '/partner-subscriptions'

export const readHooks = (): Promise<Page<Hook>> => http.get(BASE)
export const addHook = (body: { partner: Partner; address: string; types: News[]; history: boolean }): Promise<{ id: number; secret: string }> => http.post(BASE, body)
export const changeHook = (id: number, body: { address: string; types: News[] }): Promise<unknown> => http.put(`${BASE}/${id}`, body)
export const rotateSecret = (id: number): Promise<{ secret: string }> => http.post(`${BASE}/${id}/secret`)
export const pauseHook = (id: number): Promise<unknown> => http.post(`${BASE}/${id}/pause`)
export const resumeHook = (id: number): Promise<unknown> => http.post(`${BASE}/${id}/resumption`)
export const endHook = (id: number): Promise<unknown> => http.post(`${BASE}/${id}/ending`)
export const testHook = (id: number): Promise<{ failure?: string | null }> => http.post(`${BASE}/${id}/test`)
export const readFailures = (id: number): Promise<{ items: Failure[] }> => http.get(`${BASE}/${id}/failures`)
export const resendHook = (id: number): Promise<{ count: number }> => http.post(`${BASE}/${id}/resending`)
export const setAside = (id: number, message: number, reason: string): Promise<unknown> =>
  http.post(`${BASE}/${id}/failures/${message}/setting-aside`, { reason })
export const replayHook = (id: number, from: number): Promise<unknown> => http.post(`${BASE}/${id}/replay`, { from })
