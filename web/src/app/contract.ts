import type { MovedDeadline } from '@/features/calendar/api/calendar'
import type { SubmissionFile, SubmissionRow } from '@/features/submissions/api/submissions'
import type { Series, ToldApart, TwinPair } from '@/features/twins/api/twins'
import type { DueVisit } from '@/features/visits/api/visits'
import type { KnownMatter } from '@/features/register/api/register'
import type { ImportView, PreviewRow } from '@/features/imports/api/imports'
import type { ClockView, MatterView, Offer, Paper, PartyView, TimelineEntry } from '@/features/matter/model/matter'
import type { Category } from '@/shared/reference/reference'
import type { MatterRow } from '@/shared/reference/matters'
import type { Session } from '@/shared/session/api'
import type { components } from '@/shared/http/schema'

/*
 * Nothing runs here. The types below compare what the pages read with what the server's OpenAPI
 * file says it writes: a name that is gone or a kind that changed stops `npm run check`.
 */

type Schemas = components['schemas']

/** Every part may be missing or null: the file does not say which are always there. */
type Loose<T> = T extends (infer Item)[] ? Loose<Item>[] : T extends object ? { [K in keyof T]?: Loose<T[K]> | null } : T

/** True when every name the page reads is written by the server, and of a kind the page can read. */
type Written<Page, Server> = keyof Page extends keyof Server ? (Pick<Server, keyof Page & keyof Server> extends Loose<Page> ? true : false) : false

type Check<T extends true> = T

export type Contract = [
  Check<Written<Omit<MatterRow, 'risk'>, Schemas['MatterRow']>>,
  Check<Written<Omit<MatterView, 'clocks' | 'risk'>, Schemas['MatterDetail']>>,
  Check<Written<Omit<ClockView, 'trace' | 'kind'>, Schemas['Clock']>>,
  Check<Written<TimelineEntry, Schemas['Entry']>>,
  Check<Written<PartyView, Schemas['Person']>>,
  Check<Written<Paper, Schemas['Paper']>>,
  Check<Written<Offer, Schemas['Offer']>>,
  Check<Written<Category, Schemas['CategoryView']>>,
  Check<Written<Session, Schemas['SessionView']>>,
  Check<Written<Omit<ImportView, 'state'>, Schemas['ImportView']>>,
  Check<Written<PreviewRow, Schemas['PreviewRow']>>,
  Check<Written<KnownMatter, Schemas['Row']>>,
  Check<Written<DueVisit, Schemas['DueVisit']>>,
  Check<Written<MovedDeadline, Schemas['MovedDeadline']>>,
  Check<Written<SubmissionRow, Schemas['SubmissionRow']>>,
  Check<Written<SubmissionFile, Schemas['SubmissionFile']>>,
  Check<Written<TwinPair, Schemas['TwinPair']>>,
  Check<Written<ToldApart, Schemas['ToldApart']>>,
  Check<Written<Series, Schemas['Series']>>,
]
