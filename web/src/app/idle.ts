import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '@/shared/session/session'

const SIGNS = ['pointerdown', 'keydown', 'scroll'] as const

/**
 * Leaves an unattended desk: after the server's idle limit without a key or a click the page
 * signs out, so that a list left open does not keep the session alive by refreshing itself.
 */
export function useIdleLimit(): void {
  const session = useSession()
  const router = useRouter()
  let last = Date.now()
  const touch = (): void => void (last = Date.now())
  const timer = setInterval(() => void check(), 15_000)

  async function check(): Promise<void> {
    const limit = (session.session?.idleTimeoutSeconds ?? 0) * 1000
    if (limit === 0 || Date.now() - last < limit) return
    clearInterval(timer)
    await session.signOut().catch(() => session.forget())
    const next = router.currentRoute.value.fullPath
    await router.push({ path: '/sign-in', query: { next, why: 'idle' } })
  }

  onMounted(() => SIGNS.forEach((sign) => addEventListener(sign, touch, { passive: true })))
  onBeforeUnmount(() => {
    clearInterval(timer)
    SIGNS.forEach((sign) => removeEventListener(sign, touch))
  })
}
