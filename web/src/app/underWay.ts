import { ref } from 'vue'
import type { Router } from 'vue-router'

/** Whether the way to another page has begun and that page does not stand yet. */
export const underWay = ref(false)

export function watchTheWay(router: Router): void {
  router.beforeEach(() => {
    underWay.value = true
  })
  router.afterEach(arrived)
  router.onError(arrived)
}

function arrived(): void {
  underWay.value = false
}
