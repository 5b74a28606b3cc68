import { vi } from 'vitest'

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }

export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: unknown
}

/**
 * A server that answers from a table of `METHOD /path`; what it was asked is kept. Anything not in
 * the table is 404, as the real one would say.
 */
export function serverWith(table: Record<string, Answer | ((asked: Asked) => Answer)>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url)
    const text = await request.text()
    const one: Asked = {
      method: request.method,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
    asked.push(one)
    const found = table[`${one.method} ${one.path}`] ?? { status: 404, body: { code: 'NOT_FOUND' } }
    const answer = typeof found === 'function' ? found(one) : found
    return new Response(JSON.stringify(answer.body ?? null), { status: answer.status ?? 200, headers: answer.headers })
  })
  return asked
}
