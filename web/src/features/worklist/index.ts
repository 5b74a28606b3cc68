import type { Feature } from '@/shared/feature'

const worklist: Feature = {
  name: 'worklist',
  routes: [
    {
      path: '/matters',
      component: () => import('./pages/MattersPage.vue'),
      meta: { anyOf: ['MATTER_READ'], title: { zh: '工作清单', en: 'Work list' } },
    },
  ],
  menu: [{ title: { zh: '工作清单', en: 'Work list' }, to: '/matters', anyOf: ['MATTER_READ'], order: 10 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default worklist
