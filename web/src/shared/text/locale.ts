/** The languages of the pages; Chinese is the default. */
export type Locale = 'zh' | 'en'

/** A short text kept beside the thing it names, in both languages. */
export type Text = Record<Locale, string>

export const LOCALES: readonly Locale[] = ['zh', 'en']

/** The tag for `lang`, `Intl` and `Accept-Language`. */
export function languageTag(locale: Locale): string {
  return locale === 'zh' ? 'zh-CN' : 'en'
}
