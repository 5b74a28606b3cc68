import { useI18n } from 'vue-i18n'

const SLUGS: Readonly<Record<string, string>> = {
  court: 'COURT',
  police: 'POLICE',
  petition: 'PETITION',
  '12345': 'HOTLINE',
  grid: 'GRID',
  citizen: 'CITIZEN',
  superior: 'SUPERIOR',
  window: 'WINDOW',
}

/** The eight lines, in the order of their digits. */
export const LINES = ['COURT', 'POLICE', 'PETITION', 'HOTLINE', 'GRID', 'CITIZEN', 'SUPERIOR', 'WINDOW'] as const

/** The name of a line, whether it is told by its name or by its address. */
export function useLineName(): (line: string) => string {
  const { t, te } = useI18n()
  return (line) => {
    const key = `words.line.${SLUGS[line] ?? line}`
    return te(key) ? t(key) : line
  }
}
