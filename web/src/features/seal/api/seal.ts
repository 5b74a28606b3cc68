import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'
import { upload } from '@/shared/http/upload'

type Schemas = components['schemas']
export type SealRow = Schemas['SealRow']
export type Authority = Schemas['SealAuthority']
export type Checked = Schemas['SealChecked']
export type RevocationReason = NonNullable<SealRow['revokedWhy']>

export const REVOCATION_REASONS = ['KEY_LOST', 'REPLACED', 'UNIT_ENDED', 'ISSUED_WRONGLY'] as const satisfies readonly RevocationReason[]

export const sealKeys = {
  all: ['seals'] as const,
  seals: () => ['seals', 'list'] as const,
  authorities: () => ['seals', 'authorities'] as const,
  committees: () => ['seals', 'committees'] as const,
  trusted: () => ['seals', 'trusted'] as const,
}
const version = (number: number): { version: string } => ({ version: `"${number}"` })

export const readSeals = (): Promise<{ items: SealRow[] }> => http.get('/seals')
export const readAuthorities = (): Promise<{ items: Authority[] }> => http.get('/seal-authorities')
export const readCommittees = (): Promise<{ items: { id: number; unitId: number; name: string }[] }> => http.get('/mediation-committees')
export const bringSeal = (body: { unitId?: number; certificate: string; key: string; password?: string }): Promise<unknown> => http.post('/seals', body)
export const approveSeal = (one: SealRow): Promise<unknown> => http.post(`/seals/${one.id}/approval`, undefined, version(one.version))
export const revokeSeal = (one: SealRow, reason: RevocationReason): Promise<unknown> => http.post(`/seals/${one.id}/revocation`, { reason }, version(one.version))
export const propose = (certificate: string): Promise<unknown> => http.post('/seal-authorities', { certificate })
export const trust = (one: Authority): Promise<unknown> => http.post(`/seal-authorities/${one.id}/approval`, undefined, version(one.version))
export const withdraw = (one: Authority): Promise<unknown> => http.post(`/seal-authorities/${one.id}/withdrawal`, undefined, version(one.version))
export const takeList = (one: Authority, list: string): Promise<{ more: number }> => http.post(`/seal-authorities/${one.id}/revocation-list`, { list })

export const readTrusted = (): Promise<Schemas['TrustedAuthorities']> => http.get('/public/seal-authorities')
export function check(paper: File, seal: File): Promise<Checked> {
  const form = new FormData()
  form.set('paper', paper)
  form.set('seal', seal)
  return upload('/public/seal-checks', form)
}

/** A file's bytes as base64, as the register takes them. */
export function base64Of(file: File | undefined): Promise<string> {
  if (!file) return Promise.resolve('')
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}
