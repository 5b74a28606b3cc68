import { take, type TakenFile } from '@/shared/documents/take'
import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { Text } from '@/shared/text/locale'

export interface PublicCategory {
  code: string
  name: string
  nameEn?: string | null
  children: PublicCategory[]
}

export interface PublicArea {
  code: string
  name: string
  nameEn?: string | null
}

export interface PublicReceipt {
  code: string
  queryCode: string
  qrToken?: string | null
}

/** What the resident sees: sentences in both languages, nothing about the other side. */
export interface PublicView {
  code: string
  title?: string
  now: Text
  next?: Text | null
  history: { at: string; text: Text }[]
  mayAddMaterial: boolean
  mayEvaluate: boolean
}

export interface Followed {
  followToken: string
  view: PublicView
}

const list = <Item>(answer: { items: Item[] } | Item[]): Item[] => (Array.isArray(answer) ? answer : answer.items)

export const publicCategories = (): Promise<PublicCategory[]> => http.get('/public/categories')

export const publicAreas = async (parent?: string): Promise<PublicArea[]> =>
  list(await http.get<{ items: PublicArea[] } | PublicArea[]>('/public/areas', { query: { parent } }))

export function report(body: object, photos: readonly Blob[], key: string): Promise<PublicReceipt> {
  return upload('/public/reports', formOf('report', body, photos), { headers: { 'Idempotency-Key': key } })
}

export const follow = (by: { code: string; queryCode: string } | { qrToken: string }): Promise<Followed> =>
  http.post('/public/follow', by)

const withToken = (token: string): { headers: Record<string, string> } => ({ headers: { 'X-Follow-Token': token } })

export const currentMatter = (token: string): Promise<PublicView> =>
  http.get('/public/matters/current', withToken(token))

export function addMaterial(token: string, text: string, photos: readonly Blob[]): Promise<void> {
  return upload('/public/matters/current/materials', formOf('material', { text }, photos), withToken(token))
}

export const evaluate = (token: string, body: { level: string; reasons: string[]; text: string }): Promise<void> =>
  http.post('/public/matters/current/evaluation', body, withToken(token))

function formOf(name: string, body: object, photos: readonly Blob[]): FormData {
  const form = new FormData()
  form.set(name, new Blob([JSON.stringify(body)], { type: 'application/json' }))
  photos.forEach((photo, n) => form.append('photos', photo, `photo-${n + 1}.jpg`))
  return form
}

export const WISH_REASONS = ['WORK', 'HEALTH', 'FAMILY', 'TRAVEL', 'OTHER'] as const
export interface PublicSession {
  id: number
  kind: string
  startsAt: string
  endsAt: string
  room?: string | null
  roomEn?: string | null
  place?: string | null
  state: string
  wish?: { answer: 'SUITS' | 'MOVE'; proposedAt?: string | null; decision?: string | null } | null
  mayAnswer: boolean
}
/** Sessions, papers and obligations as the resident sees them. */
export interface PublicMediation {
  state?: string | null
  sessions: PublicSession[]
  agreementNumber?: string | null
  seal?: { subject: string; serial: string; at: string } | null
  obligations: { position: number; kind: string; amount?: number | null; dueOn: string; method: string; status: string }[]
  papers: string[]
}
export const currentMediation = (token: string): Promise<PublicMediation> => http.get('/public/matters/current/mediation', withToken(token))
/** Says that a session suits, or asks for another time. */
export const answerSession = (token: string, id: number, body: { answer: 'SUITS' } | { answer: 'MOVE'; proposedAt: string; reason: string }): Promise<void> =>
  http.post(`/public/matters/current/mediation-sessions/${id}/wish`, body, withToken(token))
export const takePaper = (token: string, paper: string): Promise<TakenFile> => take(`/public/matters/current/mediation-papers/${paper}`, undefined, withToken(token).headers)
