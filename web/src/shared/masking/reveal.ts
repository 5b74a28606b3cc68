import { onScopeDispose, ref, type Ref } from 'vue'

/** Why somebody's full identity is looked at; each is a step of handling a matter. */
export const REASONS = ['CONTACT', 'VERIFY_IDENTITY', 'PREPARE_PAPER', 'CORRECT', 'LEGAL_REQUEST', 'OTHER'] as const
export type RevealReason = (typeof REASONS)[number]

export interface RevealRequest {
  reason: RevealReason
  /** In words; must be said for some reasons. */
  text?: string
}

/** How long revealed details stay on the screen. */
export const REVEAL_SECONDS = 60

export interface Countdown {
  seconds: Ref<number>
  start: () => void
  stop: () => void
}

/** Counts the seconds revealed details may still be seen, then calls `gone`. */
export function useCountdown(gone: () => void): Countdown {
  const seconds = ref(0)
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    if (timer !== undefined) clearInterval(timer)
    timer = undefined
    seconds.value = 0
    gone()
  }

  function start(): void {
    if (timer !== undefined) clearInterval(timer)
    seconds.value = REVEAL_SECONDS
    timer = setInterval(() => {
      seconds.value -= 1
      if (seconds.value <= 0) stop()
    }, 1000)
  }

  onScopeDispose(() => timer !== undefined && clearInterval(timer))
  return { seconds, start, stop }
}
