import { useI18n } from 'vue-i18n'
import { day, moment } from '../format/dates'
import type { Locale } from '../text/locale'
import { preferences } from '../text/preferences'

/** One step of how a deadline was reckoned, as the calendar tells it. */
export type TraceStep =
  | { step: 'began'; at: string; limit: string }
  | { step: 'extended'; by: string }
  | { step: 'paused'; from: string; until: string; reason?: string }
  | { step: 'applied'; rule: string; basis?: string; to?: string }
  | { step: 'skipped'; from: string; to: string; name?: string | null }
  | { step: 'moved'; from: string; to: string; name?: string | null }
  | { step: 'unannounced'; years: number[] }

export interface TraceWords {
  limit: (limit: string) => string
  line: (step: TraceStep) => string
  lines: (steps: readonly TraceStep[] | undefined) => string[]
}

/** Says the steps of a deadline in the reader's language. */
export function useTraceWords(): TraceWords {
  const { t, te } = useI18n()
  const locale = (): Locale => preferences.locale

  function limit(text: string): string {
    const [, amount, unit] = /^([0-9.]+)(min|h|wh|wd|cd|mo)$/.exec(text) ?? []
    if (!unit) return text
    if (amount === '0') return t('words.limit.sameDay')
    return t(`words.limit.${unit}`, { n: amount })
  }

  function line(step: TraceStep): string {
    switch (step.step) {
      case 'began':
        return t('words.trace.began', { at: moment(step.at, locale()), limit: limit(step.limit) })
      case 'extended':
        return t('words.trace.extended', { by: limit(step.by) })
      case 'paused':
        return t('words.trace.paused', { from: moment(step.from, locale()), until: moment(step.until, locale()) })
      case 'applied': {
        const key = `words.trace.rule.${step.rule}`
        return te(key) ? t(key) : (step.basis ?? step.rule)
      }
      case 'skipped':
        return t(step.from === step.to ? 'words.trace.skippedDay' : 'words.trace.skipped', days(step))
      case 'moved':
        return t('words.trace.moved', days(step))
      case 'unannounced':
        return t('words.trace.unannounced', { years: step.years.join('、') })
    }
  }

  function days(step: { from: string; to: string; name?: string | null }): Record<string, string> {
    const name = step.name ?? t('words.trace.weekend')
    return { from: day(step.from, locale()), to: day(step.to, locale()), name }
  }

  return { limit, line, lines: (steps) => (steps ?? []).map(line) }
}
