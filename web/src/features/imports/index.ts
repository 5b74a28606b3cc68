import type { Feature } from '@/shared/feature'

const anyOf = ['IMPORT'] as const

const imports: Feature = {
  name: 'imports',
  routes: [
    {
      path: '/imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { anyOf, title: { zh: '批量导入', en: 'Import' } },
    },
    {
      path: '/imports/:id(\\d+)',
      component: () => import('./pages/ImportPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf, title: { zh: '批量导入', en: 'Import' } },
    },
  ],
  menu: [{ title: { zh: '批量导入', en: 'Import' }, to: '/imports', anyOf, order: 30 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default imports
