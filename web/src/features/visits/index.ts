import type { Feature } from '@/shared/feature'

const visits: Feature = {
  name: 'visits',
  routes: [
    {
      path: '/visits',
      component: () => import('./pages/VisitsPage.vue'),
      meta: { anyOf: ['VISIT', 'SUPERVISE'], title: { zh: '回访计划', en: 'Follow-up visits' } },
    },
  ],
  menu: [{ title: { zh: '回访计划', en: 'Follow-up visits' }, to: '/visits', anyOf: ['VISIT', 'SUPERVISE'], order: 20 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default visits
