import type { Feature, MenuItem } from '@/shared/feature'

const modules = import.meta.glob<{ default: Feature }>('../features/*/index.ts', { eager: true })

/** Every feature folder, in no order that matters. */
export const features: readonly Feature[] = Object.values(modules).map((module) => module.default)

/** What belongs together in the staff menu: entries whose order is below the number. */
const groups = [
  { name: 'work', below: 30 },
  { name: 'incoming', below: 60 },
  { name: 'rules', below: Infinity },
] as const

export interface MenuGroup {
  name: (typeof groups)[number]['name']
  items: readonly MenuItem[]
}

/** The staff menu in its groups and order. */
export const menu: readonly MenuGroup[] = groups.map(({ name, below }, at) => ({
  name,
  items: features
    .flatMap((feature) => feature.menu ?? [])
    .filter((item) => item.order < below && item.order >= (groups[at - 1]?.below ?? 0))
    .sort((one, other) => one.order - other.order),
}))
