import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'
import type { ListQuery, Page } from '@/shared/worklist/types'

export type GrantRow = components['schemas']['GrantView']
export type GrantOrder = Partial<components['schemas']['GrantOrderBody']>

/** Requests that open cases to somebody, newest first. */
export const readGrants = (query: ListQuery, cursor: string | undefined): Promise<Page<GrantRow>> =>
  http.get('/grant-requests', { query: { ...query, cursor, limit: 50 } })
export const askGrant = (order: GrantOrder): Promise<unknown> => http.post('/grant-requests', order)
/** Answers the code for a password set anew, which who approves hands over. */
export const approveGrant = (id: number, opinion: string): Promise<{ code?: string | null }> =>
  http.post(`/grant-requests/${id}/approval`, { opinion })
export const refuseGrant = (id: number, opinion: string): Promise<unknown> => http.post(`/grant-requests/${id}/refusal`, { opinion })
export const withdrawGrant = (id: number): Promise<unknown> => http.post(`/grant-requests/${id}/withdrawal`)
/** The token or link, answered once to who asked. */
export const takeGrant = (id: number): Promise<{ secret: string }> => http.post(`/grant-requests/${id}/taking`)
