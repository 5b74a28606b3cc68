import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const FILE = resolve(process.cwd(), '../docs/api/openapi.json')
const sources = import.meta.glob<string>(['../**/*.{ts,vue}', '!../**/*.spec.ts', '!../testing/**'], { eager: true, query: '?raw', import: 'default' })

/** `GET /matters/{}`: every door a page knocks at, with what stands in the address left open. */
const knocked = new Set(
  Object.values(sources).flatMap((source) => [
    ...[...source.matchAll(/http\.(getVersioned|get|post|put|delete)(?:<[^(]*>)?\(\s*[`'](\/[^`']*)[`']/g)].map(
      ([, method, path]) => `${method === 'getVersioned' ? 'GET' : method?.toUpperCase()} ${open(path)}`,
    ),
    ...[...source.matchAll(/upload(?:<[^(]*>)?\(\s*[`'](\/[^`']*)[`']/g)].map(([, path]) => `POST ${open(path)}`),
  ]),
)

function open(path: string | undefined): string {
  return (path ?? '').replace(/\$\{[^}]*\}/g, '{}')
}

function doors(): Set<string> {
  const { paths } = JSON.parse(readFileSync(FILE, 'utf8')) as { paths: Record<string, Record<string, unknown>> }
  return new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{[^}]*\}/g, '{}')}`),
    ),
  )
}

describe('the doors of the server', () => {
  it('are knocked at from many pages', () => {
    expect(knocked.size).toBeGreaterThan(35)
  })

  it('are all in its OpenAPI file', () => {
    const known = doors()
    // the noun of a step is chosen at run time
    const chosen = ['/matters', '/supervision/cards', '/joint-sessions', '/morning-meetings', '/mediations', '/mediation-sessions', '/rule-versions', '/referrals', '/partner'].map((path) => `POST ${path}/{}/{}`)
    const missing = [...knocked].filter((one) => !known.has(one) && !chosen.includes(one))
    expect(missing).toEqual([])
  })
})
