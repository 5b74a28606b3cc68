import { http } from '@/shared/http/client'
import type { ListQuery, Page } from '@/shared/worklist/types'

export interface UnitRow {
  id: number
  code: string
  name: string
  nameEn?: string | null
  kind: string
  parent?: number | null
}

export interface StaffPost {
  postId: number
  role: string
  unitId: number
  unitName: string
  unitNameEn?: string | null
  scopeUnitId?: number | null
  from: string
  to?: string | null
}

export interface StaffRow {
  id: number
  username?: string | null
  displayName: string
  active: boolean
  state: 'ACTIVE' | 'LOCKED' | 'DEACTIVATED'
  posts: StaffPost[]
}

export interface ClientRow {
  id: number
  name: string
  line?: string | null
  scopes: string[]
  createdAt?: string
  expiresAt?: string
  lastUsedAt?: string | null
  revokedAt?: string | null
}

export interface AuditRow {
  id: number
  at: string
  kind: string
  action: string
  actorKind: string
  actorId: number
  actorName?: string | null
  result: string
  objectType?: string | null
  objectId?: number | null
  reason?: string | null
  purpose?: string | null
  address?: string | null
}

export const readUnits = (query: ListQuery, cursor: string | undefined): Promise<Page<UnitRow>> =>
  http.get('/units', { query: { ...query, cursor, limit: 50 } })
export const renameUnit = (id: number, body: object): Promise<unknown> => http.post(`/units/${id}/names`, body)
export const createUnit = (body: object): Promise<unknown> => http.post('/units', body)

export const readStaff = (query: ListQuery, cursor: string | undefined): Promise<Page<StaffRow>> =>
  http.get('/staff', { query: { ...query, cursor, limit: 50 } })
export const createStaff = (body: object): Promise<{ id: number }> => http.post('/staff', body)
export const lockStaff = (staffId: number): Promise<unknown> => http.post(`/staff/${staffId}/lock`)
export const unlockStaff = (staffId: number): Promise<unknown> => http.post(`/staff/${staffId}/unlocking`)
/** For an account without posts; others need two administrators. */
export const passwordLink = (staffId: number): Promise<{ link: string }> => http.post(`/staff/${staffId}/password-link`)
export const endPost = (postId: number, on: string): Promise<unknown> => http.post(`/posts/${postId}/ending`, { on })
export const deactivate = (staffId: number): Promise<unknown> => http.post(`/staff/${staffId}/deactivation`)
/** Takes away a second factor that was lost; the next sign-in asks for the password only. */
export const removeTotp = (staffId: number): Promise<unknown> => http.post(`/staff/${staffId}/totp-removal`)

export const readClients = (_query: ListQuery, cursor: string | undefined): Promise<Page<ClientRow>> =>
  http.get('/api-clients', { query: { cursor, limit: 50 } })
export const revokeClient = (id: number): Promise<unknown> => http.post(`/api-clients/${id}/revocation`)

const ACTOR = /^\d+$/

/** What is looked for; days are whole days in Asia/Shanghai. */
function search(query: ListQuery): Record<string, string | undefined> {
  const { q, ...rest } = query
  return {
    ...rest,
    actorId: q && ACTOR.test(q) ? q : undefined,
    from: query.from && `${query.from}T00:00:00+08:00`,
    to: query.to && `${query.to}T23:59:59+08:00`,
  }
}

/** Entries of the audit record, newest first. */
export const readAudit = (query: ListQuery, cursor: string | undefined): Promise<Page<AuditRow>> =>
  http.get('/audit/entries', { query: { ...search(query), cursor, limit: 50 } })

/** Address of the same entries as a file. */
export function auditFile(query: ListQuery): string {
  const given = Object.entries(search(query)).filter((one): one is [string, string] => Boolean(one[1]))
  return `/audit/entries.csv?${new URLSearchParams(given).toString()}`
}
