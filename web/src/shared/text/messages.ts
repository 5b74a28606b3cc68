import en from './en'
import zh from './zh'

/** Texts every page may use. English is checked against the Chinese by its type. */
export const messages = { zh: { common: zh }, en: { common: en } }
