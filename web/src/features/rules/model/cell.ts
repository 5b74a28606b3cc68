/** A condition as a person chooses it; its text is the small part of FEEL the tables use. */
export type Condition =
  | { kind: 'any' }
  | { kind: 'words'; not: boolean; words: string[] }
  | { kind: 'number'; sign: Sign; value: string }
  | { kind: 'range'; from: string; to: string; fromIn: boolean; toIn: boolean }
  | { kind: 'truth'; value: boolean }
  | { kind: 'other'; text: string }

export type Sign = '>=' | '>' | '<=' | '<' | '='

const RANGE = /^([[(])\s*([\d.]+)\s*\.\.\s*([\d.]+)\s*([\])])$/
const COMPARED = /^(>=|<=|>|<|=)? ?([\d.]+)$/
const WORD = /^\s*"([^"]*)"\s*$/

export function readCell(text: string): Condition {
  const cell = text.trim()
  if (cell === '-') return { kind: 'any' }
  if (cell === 'true' || cell === 'false') return { kind: 'truth', value: cell === 'true' }
  const range = RANGE.exec(cell)
  if (range) return { kind: 'range', from: range[2] ?? '', to: range[3] ?? '', fromIn: range[1] === '[', toIn: range[4] === ']' }
  const compared = COMPARED.exec(cell)
  if (compared) return { kind: 'number', sign: (compared[1] ?? '=') as Sign, value: compared[2] ?? '' }
  const not = cell.startsWith('not(') && cell.endsWith(')')
  const words = (not ? cell.slice(4, -1) : cell).split(',').map((part) => WORD.exec(part)?.[1])
  return words.every((word) => word !== undefined) ? { kind: 'words', not, words: words as string[] } : { kind: 'other', text }
}

export function writeCell(condition: Condition): string {
  switch (condition.kind) {
    case 'any':
      return '-'
    case 'truth':
      return String(condition.value)
    case 'number':
      return condition.value === '' ? '-' : `${condition.sign === '=' ? '' : `${condition.sign} `}${condition.value}`
    case 'range':
      return `${condition.fromIn ? '[' : '('}${condition.from}..${condition.to}${condition.toIn ? ']' : ')'}`
    case 'words': {
      const list = condition.words.map((word) => `"${word}"`).join(',')
      return condition.words.length === 0 ? '-' : condition.not ? `not(${list})` : list
    }
    case 'other':
      return condition.text
  }
}
