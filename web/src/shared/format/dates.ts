import type { Locale } from '../text/locale'

const ZONE = 'Asia/Shanghai'

function parts(iso: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(new Date(iso)).map((p) => [p.type, p.value]))
}

function monthName(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, month: 'short' }).format(new Date(iso))
}

/** A day in Asia/Shanghai: 2026年11月23日, 23 Nov 2026. */
export function day(iso: string, locale: Locale): string {
  const p = parts(iso)
  return locale === 'zh'
    ? `${p.year}年${Number(p.month)}月${Number(p.day)}日`
    : `${Number(p.day)} ${monthName(iso)} ${p.year}`
}

/** A moment in Asia/Shanghai: 2026年11月23日 14:05. */
export function moment(iso: string, locale: Locale): string {
  return `${day(iso, locale)} ${clockTime(iso)}`
}

/** A moment for narrow columns: 14:05 when today, else 11-23 14:05, with the year when another. */
export function shortMoment(iso: string, now: number = Date.now()): string {
  const p = parts(iso)
  const today = parts(new Date(now).toISOString())
  if (p.year !== today.year) return `${p.year}-${p.month}-${p.day}`
  if (p.month === today.month && p.day === today.day) return clockTime(iso)
  return `${p.month}-${p.day} ${clockTime(iso)}`
}

/** The time of day in Asia/Shanghai: 14:05. */
export function clockTime(iso: string): string {
  const p = parts(iso)
  return `${p.hour}:${p.minute}`
}

/** The day as a date field wants it: 2026-11-23, in Asia/Shanghai. */
export function isoDay(now: number = Date.now()): string {
  const p = parts(new Date(now).toISOString())
  return `${p.year}-${p.month}-${p.day}`
}

const FIELD = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** A moment as a local date-and-time field shows it in Asia/Shanghai (2026-11-23T14:05). */
export function toLocalField(iso: string): string {
  return FIELD.format(new Date(iso)).replace(' ', 'T')
}

/** A local date-and-time field (2026-11-23T14:05) as a moment in Asia/Shanghai. */
export function fromLocalField(value: string): string {
  return new Date(`${value}:00+08:00`).toISOString()
}
