import { politeFetch } from '../http/fetch'

/** A file the server made for this page: its name and an address the browser keeps it under until {@link drop}. */
export interface TakenFile {
  name: string
  address: string
}

/** Fetches a file; every refusal is thrown as a `ProblemError`. With a body it is asked for by POST. */
export async function take(path: string, body?: object, headers: Record<string, string> = {}): Promise<TakenFile> {
  const asked = body ? { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : { headers }
  const answer = await politeFetch(new Request(`/api/v1${path}`, asked))
  return { name: nameIn(answer.headers.get('Content-Disposition') ?? ''), address: URL.createObjectURL(await answer.blob()) }
}

export function drop(file: TakenFile | undefined): void {
  if (file) URL.revokeObjectURL(file.address)
}

/** The file's name as RFC 6266 carries it. */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return encoded ? decodeURIComponent(encoded) : (/filename="?([^";]+)/.exec(disposition)?.[1] ?? 'hejie')
}
