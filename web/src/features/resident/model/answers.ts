import { reactive } from 'vue'
import { newKey } from '@/shared/http/key'

/** The questions, one a page, in order. */
export const STEPS = ['what', 'kind', 'where', 'photo', 'who', 'check'] as const
export type Step = (typeof STEPS)[number]

export const MAX_PHOTOS = 6

/** As many characters as the server takes; what was pasted is never cut without a word. */
export const LONGEST_FACTS = 8000

export interface Answers {
  facts: string
  categoryCode: string
  town: string
  townName: string
  village: string
  villageName: string
  place: string
  lon?: number
  lat?: number
  photos: Blob[]
  name: string
  phone: string
  key: string
}

function empty(): Answers {
  return {
    facts: '',
    categoryCode: '',
    town: '',
    townName: '',
    village: '',
    villageName: '',
    place: '',
    lon: undefined,
    lat: undefined,
    photos: [],
    name: '',
    phone: '',
    key: newKey(),
  }
}

/** Kept in the page's memory only: nothing of it stays on a borrowed phone. */
export const answers = reactive(empty())

export function forgetAnswers(): void {
  Object.assign(answers, empty())
}

/** Chosen when somebody cannot say what kind of trouble it is. */
export const UNSURE = '9901'

type Complaint = 'whatMissing' | 'whatShort' | 'whatLong' | 'kindMissing' | 'townMissing' | 'placeMissing' | 'nameMissing' | 'phoneMissing' | 'phoneWrong'

/** What is still missing on a page, field by field; empty when one may go on. */
export function complaintsOf(step: Step, given: Answers): Partial<Record<keyof Answers, Complaint>> {
  switch (step) {
    case 'what':
      if (given.facts.trim() === '') return { facts: 'whatMissing' }
      if (given.facts.trim().length > LONGEST_FACTS) return { facts: 'whatLong' }
      return given.facts.trim().length < 6 ? { facts: 'whatShort' } : {}
    case 'kind':
      return given.categoryCode === '' ? { categoryCode: 'kindMissing' } : {}
    case 'where':
      return {
        ...(given.town === '' && { town: 'townMissing' as const }),
        ...(given.place.trim() === '' && { place: 'placeMissing' as const }),
      }
    case 'who':
      return {
        ...(given.name.trim() === '' && { name: 'nameMissing' as const }),
        ...phoneComplaint(given.phone),
      }
    case 'photo':
    case 'check':
      return {}
  }
}

function phoneComplaint(phone: string): { phone?: Complaint } {
  const digits = phone.replace(/[\s-]/g, '')
  if (digits === '') return { phone: 'phoneMissing' }
  return /^(1\d{10}|0\d{9,11}|\+\d{7,15})$/.test(digits) ? {} : { phone: 'phoneWrong' }
}

/** The answers as the server wants them. */
export function reportOf(given: Answers): Record<string, unknown> {
  const facts = given.facts.trim()
  return {
    title: facts.split(/[。！？!?\n]/)[0]?.trim().slice(0, 40),
    facts,
    categoryCode: given.categoryCode,
    place: {
      text: given.place.trim(),
      areaCode: given.village || given.town,
      ...(given.lon !== undefined && { lon: given.lon, lat: given.lat }),
    },
    name: given.name.trim(),
    phone: given.phone.replace(/[\s-]/g, ''),
  }
}
