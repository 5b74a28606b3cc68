import { useI18n } from 'vue-i18n'

/** Why an event did not arrive, in words: `HTTP_503`, `TIMEOUT` and the like. */
export function useFailureWords(): (code: string) => string {
  const { t, te } = useI18n()
  return (code) => {
    const status = /^HTTP_(\d{3})$/.exec(code)?.[1]
    if (status) return t(status.startsWith('3') ? 'admin.hooks.failure.redirect' : 'admin.hooks.failure.status', { status })
    return te(`admin.hooks.failure.${code}`) ? t(`admin.hooks.failure.${code}`) : code
  }
}
