import type { Feature } from '@/shared/feature'

const register: Feature = {
  name: 'register',
  routes: [
    {
      path: '/register',
      component: () => import('./pages/RegisterPage.vue'),
      meta: { anyOf: ['MATTER_REGISTER'], title: { zh: '快速登记', en: 'Quick registration' } },
    },
    {
      path: '/matters/:id(\\d+)/slip',
      component: () => import('./pages/SlipPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: ['MATTER_READ'], title: { zh: '受理单', en: 'Receipt' } },
    },
  ],
  menu: [{ title: { zh: '快速登记', en: 'Quick registration' }, to: '/register', anyOf: ['MATTER_REGISTER'], order: 20 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default register
