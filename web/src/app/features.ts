import type { Feature, MenuItem } from '@/shared/feature'

const modules = import.meta.glob<{ default: Feature }>('../features/*/index.ts', { eager: true })

/** Every feature folder, in no order that matters. */
export const features: readonly Feature[] = Object.values(modules).map((module) => module.default)

/** The staff menu, in its order. */
export const menu: readonly MenuItem[] = features
  .flatMap((feature) => feature.menu ?? [])
  .sort((one, other) => one.order - other.order)
