import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'
import { preferences } from '@/shared/text/preferences'
import type { ListQuery, Page } from '@/shared/worklist/types'

export const LEVELS = ['NOTICE', 'YELLOW', 'RED', 'CIRCULAR'] as const
export const STATES = ['ISSUED', 'ACKNOWLEDGED', 'REPLIED', 'SENT_BACK', 'ACCEPTED', 'RECALLED'] as const
export type Level = (typeof LEVELS)[number]
export type State = (typeof STATES)[number]
export type Deed = 'ACKNOWLEDGE' | 'REPLY' | 'ACCEPT' | 'SEND_BACK' | 'RECALL'

export interface UnitName {
  id: number
  name: string
  nameEn?: string | null
}

export interface CardRow {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  unit: UnitName
  level: Level
  origin: 'RULE' | 'LEADER' | 'INSPECTION'
  rule?: string | null
  state: State
  reason: string
  required: string
  issuedAt: string
  issuedBy?: string | null
  replyBy: string
  late: boolean
  responsibleId?: number | null
  responsible?: string | null
  version: number
}

export interface CardEntry {
  seq: number
  kind: State
  at: string
  by?: string | null
  unit?: UnitName | null
  text?: string | null
}

export interface CardDetail {
  card: CardRow
  follows?: number | null
  entries: CardEntry[]
  may: Deed[]
}

export interface Suggestion {
  id: number
  matterId: number
  matterCode: string
  matterTitle: string
  unit: UnitName
  level: Level
  rule: string
  follows?: number | null
  suggestedAt: string
}

export interface Rule {
  code: string
  level: Level
  nameZh: string
  nameEn: string
  requiredZh: string
  requiredEn: string
  verified: boolean
}

export const cardKeys = {
  all: ['supervision'] as const,
  one: (id: number) => ['supervision', 'card', id] as const,
}

/** The rules, whose names are data and so come from the server. */
export function useRules(): UseQueryReturnType<Rule[], Error> {
  return useQuery({ queryKey: ['reference', 'supervision-rules'], queryFn: () => http.get<Rule[]>('/supervision/rules'), staleTime: 600_000 })
}

export function ruleName(rules: readonly Rule[] | undefined, code: string | null | undefined): string {
  const rule = rules?.find((one) => one.code === code)
  if (!rule) return code ?? ''
  return preferences.locale === 'en' ? rule.nameEn : rule.nameZh
}

export const readCards = (query: ListQuery, cursor: string | undefined): Promise<Page<CardRow>> =>
  http.get<Page<CardRow>>('/supervision/cards', { query: { ...query, cursor, limit: 50 } })

export const readCard = (id: number): Promise<CardDetail> => http.get<CardDetail>(`/supervision/cards/${id}`)

/** What a card says, whichever unit it goes to. */
export interface CardWords {
  level: Level
  origin: 'LEADER' | 'INSPECTION'
  reason: string
  required: string
  replyBy?: string
}

export interface NewCard extends CardWords {
  unitId?: number
}

export type Outcome = components['schemas']['CardBatchOutcome']

/** The same card on several matters, one each, to the unit that leads it. */
export const issueCards = (matterIds: readonly number[], words: CardWords): Promise<Outcome> =>
  http.post<Outcome>('/supervision/card-batches', { ...words, matterIds, replyBy: words.replyBy || undefined })

export const issueCard = (matterId: number, card: NewCard): Promise<{ id: number }> =>
  http.post<{ id: number }>(`/matters/${matterId}/cards`, { ...card, replyBy: card.replyBy || undefined })

const PATHS: Record<Deed, string> = {
  ACKNOWLEDGE: 'acknowledgement',
  REPLY: 'replies',
  ACCEPT: 'acceptance',
  SEND_BACK: 'sending-back',
  RECALL: 'recall',
}

export const doToCard = (card: CardRow, deed: Deed, body: object): Promise<unknown> =>
  http.post(`/supervision/cards/${card.id}/${PATHS[deed]}`, body, { version: `"${card.version}"` })

export const readSuggestions = (_query: ListQuery, cursor: string | undefined): Promise<Page<Suggestion>> =>
  http.get<Page<Suggestion>>('/supervision/suggestions', { query: { cursor, limit: 50 } })

/** Issues what was suggested, or does not; under the name of whoever decides. */
export async function decide(id: number, confirm: boolean, body: { reason: string; replyBy?: string }): Promise<{ id: number } | undefined> {
  if (confirm) return http.post<{ id: number }>(`/supervision/suggestions/${id}/confirmation`, { reason: body.reason, replyBy: body.replyBy || undefined })
  await http.post(`/supervision/suggestions/${id}/dismissal`, { reason: body.reason })
  return undefined
}

export interface StaffName {
  id: number
  displayName: string
  active: boolean
  posts: { unitId: number }[]
}

/** Who has a post at that unit itself. */
export async function staffAt(unit: number): Promise<StaffName[]> {
  const page = await http.get<Page<StaffName>>('/staff', { query: { unit, limit: 100 } })
  return page.items.filter((one) => one.active && one.posts.some((post) => post.unitId === unit))
}

export const readUnit = (id: number): Promise<UnitName> => http.get<UnitName>(`/units/${id}`)

export const readMatterTitle = (id: number): Promise<{ title: string; code: string; leadUnit?: UnitName | null }> =>
  http.get(`/matters/${id}`)
