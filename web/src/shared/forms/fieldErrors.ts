import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { asProblem, type FieldError } from '../http/problem'

export interface FieldErrors {
  /** What the last try came back with; null when it was accepted. */
  error: Ref<unknown>
  /** Words for the field at a path of the request, if it was refused. */
  at: (path: string) => string | undefined
  /** Refusals of fields not on the page, so that none is swallowed. */
  elsewhere: (shown: readonly string[]) => string[]
  /** Something was refused: told in one place, besides the fields. */
  general: ComputedRef<boolean>
  clear: () => void
}

/** Maps `errors[].path` of a problem to the fields of a form. */
export function useFieldErrors(): FieldErrors {
  const { t, te } = useI18n()
  const error = ref<unknown>(null)
  const fields = computed(() => asProblem(error.value)?.errors ?? [])

  function words(field: FieldError): string {
    if (field.detail) return field.detail
    const problem = asProblem(error.value)
    if (problem?.detail && field.code === problem.reasonCode) return problem.detail
    if (field.max !== undefined) return t('common.problem.field.LONGEST', { max: field.max })
    const key = `common.problem.field.${field.code}`
    return te(key) ? t(key) : t('common.problem.field.other', { code: field.code })
  }

  return {
    error,
    at: (path) => {
      const found = fields.value.find((f) => f.path === path)
      return found && words(found)
    },
    elsewhere: (shown) =>
      fields.value.filter((f) => !shown.includes(f.path)).map((f) => `${f.path}${t('common.colon')}${words(f)}`),
    general: computed(() => error.value !== null),
    clear: () => (error.value = null),
  }
}
