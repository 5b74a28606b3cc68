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
export const contentUrl = (id: number): string => `/api/v1/documents/${id}/content`
