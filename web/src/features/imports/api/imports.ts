import { http } from '@/shared/http/client'
import { upload } from '@/shared/http/upload'
import type { ListQuery, Page } from '@/shared/worklist/types'

export type ImportState = 'UPLOADED' | 'MAPPED' | 'RUNNING' | 'INTERRUPTED' | 'FINISHED' | 'FAILED'

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

export const importKeys = {
  one: (id: number) => ['imports', id] as const,
  preview: (id: number) => ['imports', id, 'preview'] as const,
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

export const errorsUrl = (id: number, kind: 'csv' | 'xlsx'): string => `/api/v1/imports/${id}/errors.${kind}`
