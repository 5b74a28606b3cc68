import type { Feature } from '@/shared/feature'

const anyOf = ['IMPORT', 'SUPERVISE'] as const
const title = { zh: '来源对账', en: 'Reconciliation' }

const reconciliation: Feature = {
  name: 'reconciliation',
  routes: [
    { path: '/reconciliation', component: () => import('./pages/DaysPage.vue'), meta: { anyOf, title } },
    {
      path: '/reconciliation/:line([a-z0-9]+)/:day(\\d{4}-\\d{2}-\\d{2})',
      component: () => import('./pages/LineDayPage.vue'),
      props: true,
      meta: { anyOf, title },
    },
  ],
  menu: [{ title, to: '/reconciliation', anyOf, order: 46 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default reconciliation
