import { fromLocalField } from '@/shared/format/dates'
import type { StoredFile } from '@/shared/documents/documents'

export type PartyKind = 'PERSON' | 'BODY'

/** A party as typed at the window. */
export interface PartyDraft {
  kind: PartyKind
  name: string
  documentKind: string
  documentNumber: string
  documentOverrideReason: string
  phone: string
  address: string
}

/** What endangers somebody, in the order of the routing table. */
export const SAFETY_FACTS = ['DOMESTIC_VIOLENCE', 'WEAPON', 'THREAT', 'MINOR_VICTIM', 'INJURY', 'PUBLIC_ORDER', 'SELF_HARM'] as const
export type SafetyFact = (typeof SAFETY_FACTS)[number]

/** Everything the quick registration asks; only the first four groups are in sight. */
export interface Draft {
  applicant: PartyDraft
  facts: string
  categoryCode: string | undefined
  town: string
  village: string
  place: string
  safety: SafetyFact[]
  respondent: PartyDraft
  line: string
  outsideNo: string
  occurredOn: string
  people: string
  amount: string
  backEntry: boolean
  reportedAt: string
  backEntryReason: string
  proxyUnitId: number | undefined
  proxyReason: string
  files: StoredFile[]
}

export function emptyParty(): PartyDraft {
  return { kind: 'PERSON', name: '', documentKind: 'ID_CARD', documentNumber: '', documentOverrideReason: '', phone: '', address: '' }
}

export function emptyDraft(): Draft {
  return {
    applicant: emptyParty(),
    facts: '',
    categoryCode: undefined,
    town: '',
    village: '',
    place: '',
    safety: [],
    respondent: emptyParty(),
    line: 'WINDOW',
    outsideNo: '',
    occurredOn: '',
    people: '',
    amount: '',
    backEntry: false,
    reportedAt: '',
    backEntryReason: '',
    proxyUnitId: undefined,
    proxyReason: '',
    files: [],
  }
}

const TITLE_LENGTH = 40

/** The first sentence of what was said, short enough for a list. */
export function titleOf(facts: string): string {
  const first = facts.trim().split(/[。！？!?\n]/)[0]?.trim() ?? ''
  return first.length <= TITLE_LENGTH ? first : `${first.slice(0, TITLE_LENGTH - 1)}…`
}

/** The draft as the server wants it; what was left empty is left out. */
export function requestOf(draft: Draft): Record<string, unknown> {
  const parties = [partyOf('APPLICANT', draft.applicant), partyOf('RESPONDENT', draft.respondent)]
  return dropEmpty({
    line: draft.line,
    outsideNo: draft.outsideNo.trim(),
    title: titleOf(draft.facts),
    facts: draft.facts.trim(),
    categoryCode: draft.categoryCode,
    place: dropEmpty({ text: draft.place.trim(), areaCode: draft.village || draft.town }),
    safety: draft.safety.length ? draft.safety : undefined,
    occurredOn: draft.occurredOn,
    people: draft.people === '' ? undefined : Number(draft.people),
    amount: draft.amount === '' ? undefined : Number(draft.amount),
    backEntry: draft.backEntry || undefined,
    reportedAt: draft.backEntry && draft.reportedAt ? fromLocalField(draft.reportedAt) : undefined,
    backEntryReason: draft.backEntry ? draft.backEntryReason.trim() : undefined,
    proxyFor: draft.proxyUnitId ? { unitId: draft.proxyUnitId, reason: draft.proxyReason.trim() } : undefined,
    parties: parties.filter((party) => party !== undefined),
    documentIds: draft.files.length ? draft.files.map((file) => file.id) : undefined,
  })
}

/** As much of the draft as tells whether the trouble is known already. */
export type TwinRequest = Partial<Record<'title' | 'facts' | 'categoryCode' | 'place' | 'parties', unknown>>

const SHORTEST_FACTS = 6
const SHORTEST_NUMBER = 7
/** A longer text is refused on sending; the look for others meanwhile takes its beginning. */
const LOOKED_AT = 8000

/** The draft as far as it is typed; undefined while it says too little to look for anything. */
export function twinRequestOf(draft: Draft): TwinRequest | undefined {
  const facts = draft.facts.trim().slice(0, LOOKED_AT)
  const parties = [clueOf('APPLICANT', draft.applicant), clueOf('RESPONDENT', draft.respondent)].filter((clue) => clue !== undefined)
  if (facts.length < SHORTEST_FACTS && parties.length === 0) return undefined
  const place = dropEmpty({ text: draft.place.trim(), areaCode: draft.village || draft.town })
  return dropEmpty({
    title: titleOf(facts),
    facts,
    categoryCode: draft.categoryCode,
    place: Object.keys(place).length ? place : undefined,
    parties: parties.length ? parties : undefined,
  })
}

function clueOf(role: string, party: PartyDraft): Record<string, unknown> | undefined {
  const clue = dropEmpty({
    documentNumber: long(party.documentNumber.trim().toUpperCase()),
    phone: long(party.phone.trim()),
    name: role === 'RESPONDENT' ? party.name.trim() : undefined,
  })
  return Object.keys(clue).length ? { role, ...clue } : undefined
}

const long = (number: string): string => (number.length >= SHORTEST_NUMBER ? number : '')

function partyOf(role: string, party: PartyDraft): Record<string, unknown> | undefined {
  if (party.name.trim() === '') return undefined
  const numbered = party.documentNumber.trim() !== ''
  return dropEmpty({
    role,
    kind: party.kind,
    name: party.name.trim(),
    documentKind: numbered ? party.documentKind : undefined,
    documentNumber: party.documentNumber.trim().toUpperCase(),
    documentOverrideReason: party.documentOverrideReason.trim(),
    phone: party.phone.trim(),
    address: party.address.trim(),
  })
}

function dropEmpty(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}
