import { onScopeDispose, ref, type Ref } from 'vue'

const now = ref(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The present moment, moving every 20 seconds while somebody looks at it. */
export function useNow(): Readonly<Ref<number>> {
  watchers += 1
  now.value = Date.now()
  timer ??= setInterval(() => (now.value = Date.now()), 20_000)
  onScopeDispose(() => {
    watchers -= 1
    if (watchers === 0 && timer !== undefined) {
      clearInterval(timer)
      timer = undefined
    }
  })
  return now
}
