import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import type { Feature, FeatureMessages } from '@/shared/feature'
import { onSessionExpired } from '@/shared/http/fetch'
import { useSession } from '@/shared/session/session'
import { useTexts } from '@/shared/text/i18n'
import { preferences } from '@/shared/text/preferences'
import { features } from './features'
import { watchTheWay } from './underWay'

const layouts = {
  staff: () => import('./StaffLayout.vue'),
  resident: () => import('./ResidentLayout.vue'),
  bare: () => import('./BareLayout.vue'),
}

function routesOn(surface: keyof typeof layouts): RouteRecordRaw {
  return {
    path: '/',
    component: layouts[surface],
    children: features.flatMap((feature) =>
      feature.routes
        .filter((route) => (route.meta?.surface ?? 'staff') === surface)
        .map((route) => tagged(route, feature, surface)),
    ),
  }
}

function tagged(route: RouteRecordRaw, feature: Feature, surface: keyof typeof layouts): RouteRecordRaw {
  return { ...route, meta: { ...route.meta, feature: feature.name, surface } }
}

/** Texts every staff page needs; residents' phones do not fetch them. */
const words: FeatureMessages = { zh: () => import('@/shared/words/zh'), en: () => import('@/shared/words/en') }
const app: FeatureMessages = { zh: () => import('./locales/zh'), en: () => import('./locales/en') }

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    routesOn('staff'),
    routesOn('resident'),
    routesOn('bare'),
    { path: '/:rest(.*)*', component: () => import('./NotFound.vue'), meta: { surface: 'bare' } },
  ],
})

watchTheWay(router)

router.beforeEach(async (to) => {
  const feature = features.find((one) => one.name === to.meta.feature)
  if (feature) await useTexts(feature.name, feature.messages)
  if (to.meta.surface !== 'staff') return true
  await Promise.all([useTexts('words', words), useTexts('app', app)])
  const session = useSession()
  if (!(await session.ready())) return { path: '/sign-in', query: { next: to.fullPath } }
  if (session.session?.mustChangePassword && to.path !== '/account') return { path: '/account', query: { why: 'password' } }
  if (!session.mayAny(to.meta.anyOf)) return { path: '/no-access' }
  return true
})

router.afterEach((to) => {
  const title = to.meta.title?.[preferences.locale]
  const name = preferences.locale === 'zh' ? '和解' : 'Hejie'
  document.title = title ? `${title} · ${name}` : name
})

onSessionExpired(() => {
  const session = useSession()
  if (session.session === null) return
  session.forget()
  const { fullPath } = router.currentRoute.value
  void router.push({ path: '/sign-in', query: { next: fullPath, why: 'expired' } })
})
