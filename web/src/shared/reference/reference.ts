import { useQuery, type UseQueryReturnType } from '@tanstack/vue-query'
import { computed, type ComputedRef } from 'vue'
import type { Choice } from '../forms/choice'
import { http } from '../http/client'
import { preferences } from '../text/preferences'
import type { Page } from '../worklist/types'

/** A kind of trouble: two digits, and below it four. */
export interface Category {
  code: string
  name: string
  nameEn?: string | null
  forcesRiskCheck: boolean
  neverMediate: boolean
  children: Category[]
}

export interface Unit {
  id: number
  code?: string
  name: string
  nameEn?: string | null
  kind: string
  parent?: number | null
}

export interface Area {
  code: string
  name: string
  nameEn?: string | null
  level?: string
}

/** The name in the reader's language, the Chinese where there is no English. */
export function nameOf(thing: { name: string; nameEn?: string | null }): string {
  return preferences.locale === 'en' && thing.nameEn ? thing.nameEn : thing.name
}

/** A place where it is named by itself: in English with the Chinese name, by which people there know it. */
export function placeOf(place: { name: string; nameEn?: string | null }): string {
  const name = nameOf(place)
  return name === place.name ? name : `${name} (${place.name})`
}

const LASTING = { staleTime: 10 * 60_000 }

export function useCategories(): UseQueryReturnType<Category[], Error> {
  return useQuery({ queryKey: ['reference', 'categories'], queryFn: () => http.get<Category[]>('/categories'), ...LASTING })
}

/** The second level only: what a clerk picks. */
export function useCategoryChoices(): ComputedRef<Choice<string>[]> {
  const { data } = useCategories()
  return computed(() =>
    (data.value ?? []).flatMap((branch) =>
      branch.children.map((one) => ({ value: one.code, label: nameOf(one), more: `${one.code} ${nameOf(branch)}` })),
    ),
  )
}

/** Units by part of their name or code; without one, those a dispatcher uses most. */
export async function findUnits(q: string): Promise<Unit[]> {
  return itemsOf(await http.get<Page<Unit> | Unit[]>('/units', { query: { q, limit: 30 } }))
}

/** The towns of the county. */
export function useTowns(): UseQueryReturnType<Area[], Error> {
  return useQuery({ queryKey: ['reference', 'towns'], queryFn: () => areasUnder('620123'), ...LASTING })
}

export async function areasUnder(parent: string): Promise<Area[]> {
  return itemsOf(await http.get<Page<Area> | Area[]>('/areas', { query: { parent } }))
}

function itemsOf<Item>(answer: Page<Item> | Item[]): Item[] {
  return Array.isArray(answer) ? answer : answer.items
}
