import type { Bucket } from '@/shared/reference/matters'

/**
 * The queues a role works from, the first on top. Source: the first screens of domain.md §4; who
 * checks and visits is said by the procedures.
 */
const QUEUES: Readonly<Record<string, readonly Bucket[]>> = {
  DISPATCHER: ['toDispatch', 'returned', 'toCheck'],
  WINDOW_CLERK: ['toVisit', 'inHand'],
  DIRECTOR: ['overdue', 'returned', 'dueSoon'],
  SUPERVISOR: ['overdue', 'dueSoon'],
  DUTY_LEADER: ['overdue', 'dueSoon'],
}

const EVERYBODY: readonly Bucket[] = ['toSign', 'inHand', 'overdue']

export const queuesOf = (role: string | undefined): readonly Bucket[] => QUEUES[role ?? ''] ?? EVERYBODY
