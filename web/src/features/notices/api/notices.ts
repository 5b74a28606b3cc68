import { http } from '@/shared/http/client'
import type { Page } from '@/shared/worklist/types'

export interface Notice {
  id: number
  event: string
  subject: string
  link: string
  at: string
  fresh: boolean
}

export interface Subscription {
  event: string
  page: boolean
  sms: boolean
  mail: boolean
}

export interface Wishes {
  language: 'zh' | 'en'
  phone?: string | null
  mail?: string | null
  subscriptions: Subscription[]
}

export interface Receipt {
  channel: 'sms' | 'mail'
  subject: string
  state: 'WAITING' | 'DELIVERED' | 'DEAD' | 'SET_ASIDE' | 'KEPT'
  failure?: string | null
  writtenAt: string
  deliveredAt?: string | null
}

export const readNotices = (cursor?: string): Promise<Page<Notice>> => http.get('/notices', { query: { cursor, limit: 30 } })
export const markSeen = (upTo: number): Promise<void> => http.put('/notices/seen', { upTo })
export const readWishes = (): Promise<Wishes> => http.get('/notices/wishes')
export const saveWishes = (wishes: Wishes): Promise<Wishes> => http.put('/notices/wishes', wishes)
export const readReceipts = async (): Promise<Receipt[]> => (await http.get<{ items: Receipt[] }>('/notices/receipts')).items
