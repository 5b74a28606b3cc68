import type { Feature } from '@/shared/feature'

const READING = ['MATTER_READ'] as const
const KEEPING = ['MATTER_REGISTER', 'MATTER_HANDLE', 'MATTER_DISPATCH'] as const
const title = { zh: '护薪', en: 'Wages' }
const one = (route: { params: Record<string, string | string[]> }) => ({ id: Number(route.params.id) })

const wage: Feature = {
  name: 'wage',
  routes: [
    { path: '/wages', component: () => import('./pages/BoardPage.vue'), meta: { anyOf: READING, title } },
    { path: '/wages/paid', component: () => import('./pages/PaidPage.vue'), meta: { anyOf: READING, title: { zh: '追回明细', en: 'Money recovered' } } },
    {
      path: '/wages/new',
      component: () => import('./pages/ClaimFormPage.vue'),
      props: (route) => ({ matterId: Number(route.query.matter) }),
      meta: { anyOf: KEEPING, title: { zh: '欠薪登记', en: 'Record wage arrears' } },
    },
    { path: '/wages/:id(\\d+)', component: () => import('./pages/ClaimPage.vue'), props: one, meta: { anyOf: READING, title } },
    { path: '/wages/:id(\\d+)/edit', component: () => import('./pages/ClaimFormPage.vue'), props: one, meta: { anyOf: KEEPING, title: { zh: '更正欠薪登记', en: 'Correct a wage claim' } } },
  ],
  menu: [{ title, to: '/wages', anyOf: READING, order: 24 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default wage
