/** One reason why two matters may be one; amount: metres, or per cent of the text in common. */
export interface Because {
  reason: string
  points: number
  amount?: number | null
}

/** A matter that may be the same trouble. */
export interface Twin {
  matterId: number
  code: string
  title: string
  status: string
  line: string
  registeredAt: string
  score: number
  reasons: Because[]
}

/** How one matter may belong to another, besides being the same. */
export const RELATIONS = ['SAME_CAUSE', 'DERIVED', 'FOLLOW_UP', 'REOPEN_OF'] as const
export type Relation = (typeof RELATIONS)[number]

/** The page that lays matters side by side. */
export const reviewOf = (ids: readonly number[]): { path: string; query: { ids: string } } => ({
  path: '/twins/review',
  query: { ids: ids.join(',') },
})
