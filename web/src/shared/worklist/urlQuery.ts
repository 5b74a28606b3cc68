import { computed, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { ListQuery } from './types'

export interface UrlQuery {
  values: ComputedRef<ListQuery>
  set: (name: string, value: string) => void
  clear: (names: readonly string[]) => void
}

/** The filters of a list, kept in the address so that a list can be sent to a colleague. */
export function useUrlQuery(): UrlQuery {
  const route = useRoute()
  const router = useRouter()

  const values = computed<ListQuery>(() =>
    Object.fromEntries(
      Object.entries(route.query).flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' ? [[name, value]] : [],
      ),
    ),
  )

  function replace(change: Record<string, string>): void {
    const query = { ...values.value, ...change }
    const kept = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
    void router.replace({ path: route.path, query: kept })
  }

  return {
    values,
    set: (name, value) => replace({ [name]: value }),
    clear: (names) => replace(Object.fromEntries(names.map((name) => [name, '']))),
  }
}
