import type { Feature } from '@/shared/feature'

const matter: Feature = {
  name: 'matter',
  routes: [
    {
      path: '/matters/:id(\\d+)',
      component: () => import('./pages/MatterPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: ['MATTER_READ'], title: { zh: '事项', en: 'Matter' } },
    },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default matter
