import { reactive, watch } from 'vue'
import type { Locale } from './locale'

const KEY = 'hejie.preferences'

interface Preferences {
  locale: Locale
  largePrint: boolean
}

/** What the person at this screen chose: language and letter size. Nothing personal. */
export const preferences = reactive<Preferences>(read())

watch(preferences, (now) => localStorage.setItem(KEY, JSON.stringify(now)))

function read(): Preferences {
  const chosen: Preferences = { locale: 'zh', largePrint: false }
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept === 'object' && kept !== null) {
      if ('locale' in kept && kept.locale === 'en') chosen.locale = 'en'
      if ('largePrint' in kept && kept.largePrint === true) chosen.largePrint = true
    }
  } catch {
    // an unreadable choice is no choice
  }
  return chosen
}
