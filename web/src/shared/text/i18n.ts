import { createI18n } from 'vue-i18n'
import { messages as shared } from './messages'
import type { FeatureMessages } from '../feature'
import type { Locale } from './locale'
import { preferences } from './preferences'

/** The one translator; a feature's texts are merged in under its name when it opens. */
export const i18n = createI18n({
  legacy: false,
  locale: preferences.locale,
  fallbackLocale: 'zh',
  messages: shared,
})

const wanted = new Map<string, FeatureMessages>()
const loaded = new Set<string>()

/** Makes the texts of a feature ready in the present language. */
export async function useTexts(feature: string, messages: FeatureMessages): Promise<void> {
  wanted.set(feature, messages)
  await load(feature, messages, preferences.locale)
}

/** Switches the language, after fetching the texts every opened feature needs. */
export async function speak(locale: Locale): Promise<void> {
  await Promise.all([...wanted].map(([feature, messages]) => load(feature, messages, locale)))
  preferences.locale = locale
  i18n.global.locale.value = locale
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}

async function load(feature: string, messages: FeatureMessages, locale: Locale): Promise<void> {
  const key = `${locale}/${feature}`
  if (loaded.has(key)) return
  const module = await messages[locale]()
  i18n.global.mergeLocaleMessage(locale, { [feature]: module.default })
  loaded.add(key)
}
