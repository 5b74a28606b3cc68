import type { Feature } from '@/shared/feature'

const anyOf = ['MATTER_DISPATCH', 'MATTER_REGISTER', 'MATTER_HANDLE'] as const

const twins: Feature = {
  name: 'twins',
  routes: [
    {
      path: '/twins',
      component: () => import('./pages/PairsPage.vue'),
      meta: { anyOf, title: { zh: '疑似重复', en: 'Possible twins' } },
    },
    {
      path: '/twins/review',
      component: () => import('./pages/ReviewPage.vue'),
      props: (route) => ({ ids: idsOf(route.query.ids) }),
      meta: { anyOf, title: { zh: '并案核对', en: 'Twin review' } },
    },
    {
      path: '/series',
      component: () => import('./pages/SeriesListPage.vue'),
      meta: { anyOf: ['MATTER_READ'], title: { zh: '串案', en: 'Series' } },
    },
    {
      path: '/series/:id(\\d+)',
      component: () => import('./pages/SeriesPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: ['MATTER_READ'], title: { zh: '串案', en: 'Series' } },
    },
  ],
  menu: [
    { title: { zh: '疑似重复', en: 'Possible twins' }, to: '/twins', anyOf: ['MATTER_DISPATCH'], order: 47 },
    { title: { zh: '串案', en: 'Series' }, to: '/series', anyOf: ['MATTER_DISPATCH', 'SUPERVISE'], order: 48 },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

/** The matters named in the address: numbers only, each once, at most five. */
function idsOf(text: unknown): number[] {
  const ids = String(text ?? '').split(',').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)
  return [...new Set(ids)].slice(0, 5)
}

export default twins
