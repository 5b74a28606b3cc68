import { useI18n } from 'vue-i18n'
import { useLineName } from '@/shared/words/lineName'

/** Where messages go, in words: a line, an address of a partner, or what it is called. */
export function useDestinationName(): (destination: string) => string {
  const { t } = useI18n()
  const lineName = useLineName()
  return (destination) => {
    if (destination.startsWith('line-')) return lineName(destination.slice(5))
    const partner = /^partner-(\d+)$/.exec(destination)?.[1]
    return partner ? t('answers.partner', { n: partner }) : destination
  }
}
