import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { ListQuery, Page } from '@/shared/worklist/types'

export type ImportState = 'UPLOADED' | 'MAPPED' | 'RUNNING' | 'INTERRUPTED' | 'FINISHED' | 'FAILED' | 'UNDOING' | 'UNDO_STOPPED' | 'UNDONE'

/** Which column feeds which field: field → column. */
export type Mapping = Record<string, string>

export interface ImportView {
  id: number
  line: string
  fileName: string
  state: ImportState
  columns: string[]
  sample: string[][]
  mapping: Mapping
  rows?: number | null
  done?: number | null
  accepted?: number | null
  repeated?: number | null
  errors?: number | null
  createdAt: string
}

export interface PreviewRow {
  row: number
  values: Record<string, string | null>
  errors: { path: string; code: string; detail?: string }[]
}

/** A row that stays when the import is taken back, and why. */
export interface KeptRow {
  row: number
  matterId?: number | null
  code?: string | null
  status?: string | null
  why: string
}

export interface ImportUndo {
  state: ImportState
  reason?: string | null
  withdrawn: number
  kept: number
  rows: KeptRow[]
}

/** How soon to look again, in ms: at work each second, and what was left is taken up by another server after a while. */
export function lookAgain(state: ImportState | undefined): number | false {
  if (state === 'RUNNING' || state === 'UNDOING') return 1000
  return state === 'INTERRUPTED' || state === 'UNDO_STOPPED' ? 5000 : false
}

export const importKeys = {
  one: (id: number) => ['imports', id] as const,
  preview: (id: number) => ['imports', id, 'preview'] as const,
  undo: (id: number) => ['imports', id, 'undo'] as const,
}

export function uploadSheet(file: File, line: string, progress: (percent: number) => void): Promise<ImportView> {
  const form = new FormData()
  form.set('file', file)
  form.set('line', line)
  return upload('/imports', form, { progress })
}

export const readImports = (_query: ListQuery, cursor: string | undefined): Promise<Page<ImportView>> =>
  http.get('/imports', { query: { cursor, limit: 30 } })

export const readImport = (id: number): Promise<ImportView> => http.get(`/imports/${id}`)

export const saveMapping = (id: number, mapping: Mapping): Promise<unknown> =>
  http.put(`/imports/${id}/mapping`, { mapping })

export const readPreview = (id: number): Promise<{ items: PreviewRow[] }> => http.get(`/imports/${id}/preview`)

export const startImport = (id: number): Promise<unknown> => http.post(`/imports/${id}/start`)

export const resumeImport = (id: number): Promise<unknown> => http.post(`/imports/${id}/resumption`)

export const undoImport = (id: number, reason: string): Promise<unknown> => http.post(`/imports/${id}/undo`, { reason })

export const readUndo = (id: number): Promise<ImportUndo> => http.get(`/imports/${id}/undo`)
export const errorsUrl = (id: number, kind: 'csv' | 'xlsx'): string => `/imports/${id}/errors.${kind}`
