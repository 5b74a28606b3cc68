import type { Feature } from '@/shared/feature'

const home: Feature = {
  name: 'home',
  routes: [
    { path: '/', component: () => import('./pages/HomePage.vue'), meta: { title: { zh: '现在要做的事', en: 'Work now' } } },
  ],
  menu: [{ title: { zh: '现在要做的事', en: 'Work now' }, to: '/', order: 0 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default home
