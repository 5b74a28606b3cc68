import { http } from '../http/client'
import { upload } from '../http/upload'

/** A stored file, as the server names it. */
export interface StoredFile {
  id: number
  name: string
  type: string
  size: number
}

/** The largest file the server takes. */
export const MAX_MB = 20

export function storeDocument(file: File, purpose: string, progress?: (percent: number) => void): Promise<StoredFile> {
  const form = new FormData()
  form.set('file', file)
  form.set('purpose', purpose)
  return upload('/documents', form, { progress })
}

/** Where the browser fetches the file itself. */
/** Puts a stored file among the papers of a matter. */
export async function attachPaper(matterId: number, documentId: number): Promise<void> {
  const { version } = await http.getVersioned(`/matters/${matterId}`)
  await http.post(`/matters/${matterId}/materials`, { documentIds: [documentId] }, { version })
}

export const contentUrl = (id: number): string => `/api/v1/documents/${id}/content`
