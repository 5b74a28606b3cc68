import { take, type TakenFile } from '@/shared/documents/take'
import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { Text } from '@/shared/text/locale'

export interface Scan {
  id: number
  name: string
  type: string
  size: number
}

export interface Paper {
  code: string
  name: Text
  basis: string
  refusal?: string | null
  copies: number
  scans: Scan[]
}

export interface PaperForm {
  code: string
  name: Text
  fields: { code: string; name: Text; kind: 'LINE' | 'TEXT'; most: number; value: string }[]
}

export type SlotState = 'THERE' | 'MADE' | 'MISSING' | 'ABSENT'

export interface Slot {
  code: string
  name: Text
  needed: boolean
  state: SlotState
  files: Scan[]
}

export interface Loan {
  id: number
  borrowedBy: string
  borrowedAt: string
  reason: LoanReason
  purpose: string
  dueOn: string
  returnedAt?: string | null
  mine: boolean
  late: boolean
}

export interface Volume {
  id: number
  edition: number
  pages: number
  size: number
  sm3: string
  retention: string
  note?: string | null
  filedAt: string
  filedBy: string
  items: { position: number; paper: string; name: string; firstPage: number; pages: number }[]
  loans: Loan[]
}

export interface Dossier {
  matterId: number
  matterCode: string
  title: string
  basis: Text
  slots: Slot[]
  retention: { code: string; name: Text }[]
  refusal?: string | null
  volumes: Volume[]
}

export const LOAN_REASONS = ['HANDLING', 'LEGAL_PROCEEDINGS', 'INSPECTION', 'PARTY_REQUEST', 'OTHER'] as const
export type LoanReason = (typeof LOAN_REASONS)[number]

/** Keys of the server's answers; below those of the matter, so that what changes the matter reads them anew. */
export const dossierKeys = {
  papers: (id: number) => ['matters', id, 'paper-list'] as const,
  form: (id: number, paper: string, about?: number) => ['matters', id, 'paper-form', paper, about] as const,
  dossier: (id: number) => ['matters', id, 'dossier'] as const,
}

export const readPapers = (id: number): Promise<Paper[]> => http.get(`/matters/${id}/papers`)

/** @param about which of several, such as a session of a mediation */
export const readForm = (id: number, paper: string, about?: number): Promise<PaperForm> => http.get(`/matters/${id}/papers/${paper}`, { query: { about } })

export const readDossier = (id: number): Promise<Dossier> => http.get(`/matters/${id}/dossier`)

export interface Copy {
  format: 'DOCX' | 'PDF'
  full: boolean
  values: Readonly<Record<string, string>>
  about?: number
}

export const printCopy = (id: number, paper: string, copy: Copy): Promise<TakenFile> => take(`/matters/${id}/papers/${paper}/copies`, copy)

export const fileDossier = (id: number, body: { retention: string; note?: string }): Promise<{ id: number }> => http.post(`/matters/${id}/dossier`, body)

export const borrow = (volume: number, body: { reason: LoanReason; purpose: string; until: string }): Promise<{ id: number }> =>
  http.post(`/dossier-volumes/${volume}/loans`, body)

export const giveBack = (loan: number): Promise<void> => http.post(`/dossier-loans/${loan}/return`, {})

export const openVolume = (volume: number): Promise<TakenFile> => take(`/dossier-volumes/${volume}/content`)

export const takeTemplate = (paper: string): Promise<TakenFile> => take(`/paper-templates/${paper}`)

export function replaceTemplate(paper: string, file: File): Promise<void> {
  const form = new FormData()
  form.set('file', file)
  return upload(`/paper-templates/${paper}`, form)
}

export const restoreTemplate = (paper: string): Promise<void> => http.delete(`/paper-templates/${paper}`)
