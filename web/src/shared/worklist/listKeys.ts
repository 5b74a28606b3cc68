import { onBeforeUnmount, onMounted } from 'vue'

export interface ListKeys {
  search: () => void
  move: (by: 1 | -1) => void
  actions: () => void
  select: () => void
  help: () => void
  /** Keys a page adds for its own rows. */
  other?: (key: string) => boolean
}

/** The keys of every list. Silent while somebody types, or while a dialog is open. */
export function useListKeys(keys: ListKeys): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (document.querySelector('[role="dialog"][aria-modal="true"]')?.checkVisibility?.()) return
    if (handle(event.key)) event.preventDefault()
  }

  function handle(key: string): boolean {
    switch (key) {
      case '/':
        keys.search()
        return true
      case 'j':
        keys.move(1)
        return true
      case 'k':
        keys.move(-1)
        return true
      case 'x':
        keys.select()
        return true
      case '.':
        keys.actions()
        return true
      case '?':
        keys.help()
        return true
      default:
        return keys.other?.(key) ?? false
    }
  }

  onMounted(() => document.addEventListener('keydown', onKey))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey))
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && target.type === 'checkbox')
  )
}
