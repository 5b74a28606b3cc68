/** How a deadline stands. */
export type Urgency = 'calm' | 'soon' | 'overdue' | 'paused' | 'met' | 'late'

export interface TimeLeft {
  urgency: Urgency
  unit: 'minute' | 'hour' | 'day'
  amount: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export interface Deadline {
  dueAt: string
  amberAt?: string | null
  paused?: boolean
  metAt?: string | null
}

/**
 * Time to (or since) a deadline, in the largest unit that still says something: minutes under
 * two hours, hours under two days, days after that; rounded down, at least one.
 */
export function timeLeft(deadline: Deadline, now: number): TimeLeft {
  const span = Date.parse(deadline.dueAt) - now
  const size = Math.abs(span)
  const [unit, length] =
    size < 2 * HOUR
      ? (['minute', MINUTE] as const)
      : size < 2 * DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const)
  return { urgency: urgencyOf(deadline, now), unit, amount: Math.max(1, Math.floor(size / length)) }
}

function urgencyOf(deadline: Deadline, now: number): Urgency {
  if (deadline.metAt) return Date.parse(deadline.metAt) > Date.parse(deadline.dueAt) ? 'late' : 'met'
  if (deadline.paused) return 'paused'
  if (Date.parse(deadline.dueAt) < now) return 'overdue'
  if (deadline.amberAt && Date.parse(deadline.amberAt) <= now) return 'soon'
  return 'calm'
}
