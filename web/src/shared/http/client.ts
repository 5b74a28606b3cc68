import { politeFetch } from './fetch'

type Scalar = string | number | boolean

interface Options {
  query?: Readonly<Record<string, Scalar | undefined>>
  /** Version seen, sent as `If-Match`; a move on something newer answers 412. */
  version?: string
  /** Same key, same receipt: sending twice registers once. */
  idempotencyKey?: string
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal
}

const BASE = '/api/v1'

async function send(method: string, path: string, body: unknown, options: Options): Promise<Response> {
  const url = new URL(BASE + path, location.origin)
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value))
  }
  const headers = new Headers(options.headers)
  if (options.version) headers.set('If-Match', options.version)
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)
  const form = body instanceof FormData
  if (body !== undefined && !form) headers.set('Content-Type', 'application/json')
  return politeFetch(
    new Request(url, {
      method,
      headers,
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
      signal: options.signal,
    }),
  )
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The server's doors. Every refusal is thrown as a `ProblemError`. */
export const http = {
  get: async <T>(path: string, options: Options = {}): Promise<T> =>
    read<T>(await send('GET', path, undefined, options)),

  /** Also tells the version (`ETag`) of what was read. */
  getVersioned: async <T>(path: string, options: Options = {}): Promise<{ value: T; version: string }> => {
    const response = await send('GET', path, undefined, options)
    return { value: await read<T>(response), version: response.headers.get('ETag') ?? '' }
  },

  post: async <T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    read<T>(await send('POST', path, body, options)),

  put: async <T = void>(path: string, body?: unknown, options: Options = {}): Promise<T> =>
    read<T>(await send('PUT', path, body, options)),

  delete: async <T = void>(path: string, options: Options = {}): Promise<T> =>
    read<T>(await send('DELETE', path, undefined, options)),
}
