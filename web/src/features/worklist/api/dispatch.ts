import { http } from '@/shared/http/client'
import { readMatters, type MatterRow } from '@/shared/reference/matters'
import type { ListQuery, Page } from '@/shared/worklist/types'

/** Where the rules would send a matter of the list, and why; a person decides. */
export interface RowSuggestion {
  matterId: number
  unit?: { id: number; name: string; nameEn?: string | null } | null
  limit: string
  span: string
  riskCheck: boolean
  rule: string
  reason: string
}

export type DispatchRow = MatterRow & { suggestion?: RowSuggestion }

/** What somebody looks at before sending a matter on. */
export interface Looked {
  facts: string
  neverMediate: boolean
  place: { text?: string | null; area?: { name: string; nameEn?: string | null } | null }
}

/** A page of the list, each row with its suggestion; without them when the rules cannot be asked. */
export async function readSuggested(query: ListQuery, cursor: string | undefined): Promise<Page<DispatchRow>> {
  const page = await readMatters(query, cursor)
  if (page.items.length === 0) return page
  const matters = page.items.map((row) => row.id).join(',')
  const found = await http.get<RowSuggestion[]>('/dispatch-suggestions', { query: { matters } }).catch(() => [])
  const byMatter = new Map(found.map((one) => [one.matterId, one]))
  return { ...page, items: page.items.map((row) => ({ ...row, suggestion: byMatter.get(row.id) })) }
}

export const look = (id: number): Promise<Looked> => http.get(`/matters/${id}`)

/** Sends one matter on as the version seen; a limit goes along only with the unit it was suggested for. */
export function dispatch(row: MatterRow, leadUnitId: number, limit: string | undefined): Promise<unknown> {
  return http.post(`/matters/${row.id}/dispatches`, { leadUnitId, limit }, { version: `"${row.version}"` })
}
