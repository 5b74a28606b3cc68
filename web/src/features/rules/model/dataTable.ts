/** A text of categories, hours, settings or a year of holidays, read as rows of cells. */
export interface DataTable {
  columns: string[]
  rows: string[][]
}

interface YearText {
  year: number
  papers: string[]
  holidays: { name: string; from: string; to: string }[]
  makeUpDays: { name: string; on: string }[]
}

const YEAR_COLUMNS = ['what', 'name', 'from', 'to']

/** Reads CSV as RFC 4180 has it: quotes around cells with commas, doubled inside. */
export function readCsv(text: string): DataTable {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? ''))
  const columns = rows[0] ?? []
  if (columns.includes('valid_to') && !columns.includes('successor')) columns.push('successor')
  return { columns, rows: rows.slice(1).map((row) => columns.map((_, n) => row[n] ?? '')) }
}

export const writeCsv = ({ columns, rows }: DataTable): string =>
  [columns, ...rows].map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n') + '\n'

/** A year as papers, days off and days worked, one a row; undefined when the text is no such year. */
export function readYear(text: string): DataTable | undefined {
  try {
    const year = JSON.parse(text) as YearText
    return {
      columns: YEAR_COLUMNS,
      rows: [
        ...year.papers.map((paper) => ['paper', paper, '', '']),
        ...year.holidays.map((one) => ['off', one.name, one.from, one.to]),
        ...year.makeUpDays.map((one) => ['work', one.name, one.on, '']),
      ],
    }
  } catch {
    return undefined
  }
}

export function writeYear(year: number, { rows }: DataTable): string {
  const of = (what: string): string[][] => rows.filter((row) => row[0] === what)
  const text = {
    year,
    papers: of('paper').map((row) => row[1]),
    holidays: of('off').map(([, name, from, to]) => ({ name, from, to: to === '' ? from : to })),
    makeUpDays: of('work').map(([, name, on]) => ({ name, on })),
  }
  return JSON.stringify(text, null, 2)
}
