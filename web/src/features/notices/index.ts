import type { Feature } from '@/shared/feature'

const notices: Feature = {
  name: 'notices',
  routes: [
    { path: '/notices', component: () => import('./pages/NoticesPage.vue'), meta: { title: { zh: '通知', en: 'Notices' } } },
    { path: '/notices/wishes', component: () => import('./pages/WishesPage.vue'), meta: { title: { zh: '通知方式', en: 'How I am told' } } },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default notices
