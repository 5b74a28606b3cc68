import { afterEach, describe, expect, it, vi } from 'vitest'
import { serverWith } from '@/testing/server'
import { http } from './client'
import { asProblem, type Problem } from './problem'

afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; max-age=0'
})

async function refusalOf(asking: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await asking
  } catch (thrown) {
    return asProblem(thrown)
  }
  return undefined
}

describe('a request', () => {
  it('carries the CSRF token when it changes something', async () => {
    document.cookie = 'XSRF-TOKEN=abc'
    const asked = serverWith({ 'POST /matters': {}, 'GET /matters': {} })
    await http.post('/matters', {})
    await http.get('/matters')
    expect(asked.map((one) => one.headers.get('X-XSRF-TOKEN'))).toEqual(['abc', null])
  })

  it('says which version it saw and which try it is', async () => {
    const asked = serverWith({ 'POST /matters/1/notes': {} })
    await http.post('/matters/1/notes', { text: 'x' }, { version: '"3"', idempotencyKey: 'k1' })
    expect(asked[0]?.headers.get('If-Match')).toBe('"3"')
    expect(asked[0]?.headers.get('Idempotency-Key')).toBe('k1')
  })

  it('leaves out filters without a value', async () => {
    const asked = serverWith({ 'GET /matters': {} })
    await http.get('/matters', { query: { q: '', line: 'COURT', cursor: undefined } })
    expect(asked[0]?.query.toString()).toBe('line=COURT')
  })
})

describe('a refusal', () => {
  it('is thrown with its fields', async () => {
    const errors = [{ path: 'title', code: 'TOO_LONG' }]
    serverWith({ 'POST /matters': { status: 400, body: { code: 'INVALID_FIELDS', errors } } })
    expect(await refusalOf(http.post('/matters', {}))).toMatchObject({ status: 400, code: 'INVALID_FIELDS', errors })
  })

  it('tells how long to wait', async () => {
    serverWith({ 'POST /session': { status: 423, body: { code: 'LOCKED_OUT' }, headers: { 'Retry-After': '600' } } })
    expect(await refusalOf(http.post('/session', {}))).toMatchObject({ code: 'LOCKED_OUT', retryAfter: 600 })
  })

  it('of a broken line is told as such', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    expect(await refusalOf(http.get('/matters'))).toMatchObject({ code: 'OFFLINE' })
  })
})
