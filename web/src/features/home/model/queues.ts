import type { Bucket } from '@/shared/reference/matters'

/**
 * The queues a role works from, the first on top. Source: the first screens of domain.md §4; who
 * checks and visits is said by the procedures.
 */
const QUEUES: Readonly<Record<string, readonly Bucket[]>> = {
  DISPATCHER: ['toDispatch', 'returned', 'toVisit'],
  WINDOW: ['toDispatch', 'toVisit'],
  TOWN_DIRECTOR: ['toDispatch', 'toSign', 'toCheck', 'overdue'],
  TOWN_CLERK: ['toSign', 'inHand', 'toVisit'],
  CENTER_DIRECTOR: ['overdue', 'returned', 'toCheck'],
  DUTY_LEADER: ['toCheck', 'overdue', 'dueSoon'],
  COMMITTEE: ['overdue', 'dueSoon'],
}

const EVERYBODY: readonly Bucket[] = ['toSign', 'inHand', 'overdue']

export const queuesOf = (role: string | undefined): readonly Bucket[] => QUEUES[role ?? ''] ?? EVERYBODY
