import { http } from '@/shared/http/client'
import type { Twin } from '@/shared/twins/twins'
import type { TwinRequest } from '../model/draft'

/** What the person at the window takes home. */
export interface Receipt {
  code: string
  queryCode: string
  qrToken: string
}

/** What the slip says of the matter besides its codes. */
export interface SlipFacts {
  title: string
  registeredAt: string
  category: { name: string; nameEn?: string | null }
}

export interface Registered {
  id: number
  code: string
  version: number
  receipt: Receipt
}

/** An open matter of the same person, found by document number or phone. */
export interface KnownMatter {
  matterId: number
  code: string
  title: string
  status: string
}

export const register = (body: object, key: string): Promise<Registered> =>
  http.post('/matters', body, { idempotencyKey: key })

export const readFacts = (id: number): Promise<SlipFacts> => http.get(`/matters/${id}`)

/** A new slip; the one given out before opens nothing any more. */
export const renewReceipt = (id: number): Promise<Receipt> => http.post(`/matters/${id}/receipt-renewals`)

export const readReceipt = (id: number): Promise<Receipt> => http.get(`/matters/${id}/receipt`)

export const lookUp = (body: { documentNumber?: string; phone?: string }): Promise<{ items: KnownMatter[] }> =>
  http.post('/party-lookups', body)

/** What may be the same trouble, the likeliest first. */
export const lookForTwins = (body: TwinRequest, signal: AbortSignal): Promise<Twin[]> => http.post('/twins', body, { signal })

export const linkSameCause = (registered: Registered, matterId: number, reason: string): Promise<unknown> =>
  http.post(`/matters/${registered.id}/links`, { kind: 'SAME_CAUSE', matterId, reason }, { version: `"${registered.version}"` })
