import { useQueryClient } from '@tanstack/vue-query'
import { onBeforeUnmount, onMounted } from 'vue'

/** Lists are read again at most this often, however much happens. */
const CALM = 5_000

/**
 * Hears from the server that something has changed and reads again what is on the screen. The stream holds nothing but
 * that; where it fails, pages still look for themselves every minute.
 */
export function useLive(): void {
  const queries = useQueryClient()
  let stream: EventSource | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  function onMatters(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined
      if (document.hidden) return
      void queries.invalidateQueries({ queryKey: ['list'] })
      void queries.invalidateQueries({ queryKey: ['counts'] })
    }, CALM)
  }
  const onNotices = (): void => void queries.invalidateQueries({ queryKey: ['notices'] })

  onMounted(() => {
    if (typeof EventSource === 'undefined') return
    stream = new EventSource('/api/v1/live')
    stream.addEventListener('matters', onMatters)
    stream.addEventListener('notices', onNotices)
  })
  onBeforeUnmount(() => {
    stream?.close()
    clearTimeout(waiting)
  })
}
