import type { Feature } from '@/shared/feature'

const anyOf = ['ORG_ADMIN', 'POST_GRANT', 'AUDIT_READ'] as const
const title = { zh: '电子印章', en: 'Electronic seals' }

const seal: Feature = {
  name: 'seal',
  routes: [
    { path: '/admin/seals', component: () => import('./pages/SealsPage.vue'), meta: { anyOf, title } },
    { path: '/seal-check', component: () => import('./pages/CheckPage.vue'), meta: { surface: 'resident', title: { zh: '核验电子印章', en: 'Check a seal' } } },
  ],
  menu: [{ title, to: '/admin/seals', anyOf, order: 86 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default seal
