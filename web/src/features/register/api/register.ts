import { http } from '@/shared/http/client'

/** What the person at the window takes home. */
export interface Receipt {
  code: string
  queryCode?: string | null
  qrToken?: string | null
  title?: string
  registeredAt?: string
  category?: { name: string; nameEn?: string | null } | null
}

export interface Registered {
  id: number
  code: string
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

export const readReceipt = (id: number): Promise<Receipt> => http.get(`/matters/${id}/receipt`)

export const lookUp = (body: { documentNumber?: string; phone?: string }): Promise<{ items: KnownMatter[] }> =>
  http.post('/party-lookups', body)
