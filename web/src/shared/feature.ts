import type { RouteRecordRaw } from 'vue-router'
import type { Locale, Text } from './text/locale'

/** One entry of the staff menu. */
export interface MenuItem {
  title: Text
  to: string
  /** Shown only when the session holds one of these; absent means every signed-in person. */
  anyOf?: readonly string[]
  order: number
}

/** Texts of a feature, fetched when one of its pages opens. */
export type FeatureMessages = Record<Locale, () => Promise<{ default: object }>>

/** What a folder under `features` gives the application; found by glob. */
export interface Feature {
  name: string
  routes: RouteRecordRaw[]
  menu?: MenuItem[]
  messages: FeatureMessages
}

declare module 'vue-router' {
  interface RouteMeta {
    /** `public` pages need no session; `resident` ones use the phone layout. */
    surface?: 'staff' | 'resident' | 'bare'
    feature?: string
    /** Any one of these opens the page; absent means every signed-in person. */
    anyOf?: readonly string[]
    title?: Text
  }
}
