import type { Twin } from '@/shared/twins/twins'
import type { Series, ToldApart } from '../api/twins'

interface Named {
  name: string
  nameEn?: string | null
}

/** What the review lays side by side of a matter. */
export interface ComparedMatter {
  id: number
  code: string
  status: string
  title: string
  facts: string
  line: string
  outsideNumbers: { line: string; number: string }[]
  category: Named
  place: { text?: string | null; area?: (Named & { code?: string | null }) | null; lon?: number | null; lat?: number | null }
  occurredOn?: string | null
  registeredAt: string
  people?: number | null
  amount?: number | null
  leadUnit?: Named | null
  parties: { id: number; role: string; name: string; documentNumber?: string | null; phone?: string | null }[]
  timeline: { seq: number; at: string; action: string; unit?: Named | null }[]
}

export interface Compared {
  matter: ComparedMatter
  version: string
  twins: Twin[]
  apart: ToldApart[]
  series?: Series | undefined
}

/** One line of the comparison; differs: not all matters say the same. */
export interface Line {
  key: string
  values: string[]
  differs: boolean
}

export function lineOf(key: string, values: string[]): Line {
  return { key, values, differs: new Set(values.map((value) => value.trim())).size > 1 }
}

/** Cut where another text says something else, so that the eye need not search: pairs of characters the others lack. */
export interface Piece {
  text: string
  own: boolean
}

/** The text in pieces; own: made of characters whose neighbourhood no other text has. */
export function pieces(text: string, others: readonly string[]): Piece[] {
  const marks = Array.from(text, () => false)
  for (let i = 0; i + 1 < text.length; i++) {
    if (!others.some((other) => other.includes(text.slice(i, i + 2)))) marks[i] = marks[i + 1] = true
  }
  const found: Piece[] = []
  for (let i = 0; i < text.length; i++) {
    const last = found.at(-1)
    if (last && last.own === marks[i]) last.text += text.charAt(i)
    else found.push({ text: text.charAt(i), own: marks[i] === true })
  }
  return found
}
