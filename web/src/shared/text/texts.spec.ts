import { describe, expect, it } from 'vitest'
import { messages } from './messages'
import wordsZh from '../words/zh'
import appZh from '../../app/locales/zh'

const features = import.meta.glob<{ default: object }>('../../features/*/locales/zh.ts', { eager: true })
const sources = import.meta.glob<string>(['../../**/*.{vue,ts}', '!../../**/*.spec.ts'], { eager: true, query: '?raw', import: 'default' })

const texts: Record<string, unknown> = { ...messages.zh, words: wordsZh, app: appZh }
for (const [path, module] of Object.entries(features)) {
  texts[/features\/(\w+)\//.exec(path)?.[1] ?? ''] = module.default
}

function has(key: string): boolean {
  let at: unknown = texts
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false
    at = (at as Record<string, unknown>)[part]
  }
  return true
}

const used = Object.entries(sources).flatMap(([path, source]) =>
  [...source.matchAll(/\bt\('([\w.]+)'/g)].map((found) => ({ path, key: found[1] ?? '' })),
)

describe('texts', () => {
  it('are used in many places', () => {
    expect(used.length).toBeGreaterThan(200)
  })

  it('that a page asks for exist', () => {
    expect(used.filter(({ key }) => !has(key))).toEqual([])
  })

  it('have no place for markup', () => {
    expect(Object.keys(sources).filter((path) => sources[path]?.includes('v-html='))).toEqual([])
  })
})
