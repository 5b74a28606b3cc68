import { useI18n } from 'vue-i18n'
import { asProblem } from './problem'

/** What happened, in the reader's language: the server's own words first. */
export function useProblemWords(): (thrown: unknown) => string {
  const { t, te } = useI18n()
  return (thrown) => {
    const p = asProblem(thrown)
    if (!p) return t('common.problem.bug')
    if (p.detail) return p.detail
    if (te(`common.problem.${p.code}`)) return t(`common.problem.${p.code}`)
    if (te(`common.problem.HTTP_${p.status}`)) return t(`common.problem.HTTP_${p.status}`)
    return p.title ?? t('common.problem.unknown')
  }
}
