import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'
import type { ListQuery, Page } from '@/shared/worklist/types'

export type ExportRow = components['schemas']['ExportRow']

export const readExports = (_query: ListQuery, cursor: string | undefined): Promise<Page<ExportRow>> =>
  http.get('/exports', { query: { cursor, limit: 50 } })
export const askExport = (id: number, purpose: string): Promise<unknown> => http.post(`/exports/${id}/request`, { purpose })
export const decideExport = (id: number, approved: boolean, opinion: string): Promise<unknown> =>
  http.post(`/exports/${id}/decision`, { approved, opinion })
