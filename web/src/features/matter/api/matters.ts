import type { RevealRequest } from '@/shared/masking/reveal'
import { http } from '@/shared/http/client'
import type { MatterView } from '../model/matter'

export interface Suggestion {
  unit?: { id: number; name: string; nameEn?: string | null } | null
  procedure?: string | null
  limit?: string | null
  span?: string | null
  riskCheck?: boolean
  rules: { id: string; reason: string }[]
}

export interface Revealed {
  name?: string | null
  documentNumber?: string | null
  phone?: string | null
  address?: string | null
}

/** Keys of the server's answers, from the widest to the narrowest. */
export const matterKeys = {
  all: ['matters'] as const,
  one: (id: number) => ['matters', id] as const,
  suggestion: (id: number) => ['matters', id, 'suggestion'] as const,
}

export function readMatter(id: number): Promise<{ value: MatterView; version: string }> {
  return http.getVersioned(`/matters/${id}`)
}

export const readSuggestion = (id: number): Promise<Suggestion> => http.get(`/matters/${id}/suggestion`)

export function act(id: number, noun: string, body: object, version: string): Promise<unknown> {
  return http.post(`/matters/${id}/${noun}`, body, { version })
}

export function revealParty(id: number, request: RevealRequest): Promise<Revealed> {
  return http.post(`/parties/${id}/reveals`, request)
}
