import type { Feature } from '@/shared/feature'

const READING = ['MATTER_READ'] as const
const title = { zh: '以案定补', en: 'Subsidy by case' }
const list = { zh: '补贴公示', en: 'Public list of subsidies' }
const one = (route: { params: Record<string, string | string[]> }) => ({ id: Number(route.params.id) })

const subsidy: Feature = {
  name: 'subsidy',
  routes: [
    { path: '/subsidies', component: () => import('./pages/ClaimsPage.vue'), meta: { anyOf: READING, title } },
    { path: '/subsidies/claim', component: () => import('./pages/ClaimablePage.vue'), meta: { anyOf: READING, title: { zh: '申报补贴', en: 'Claim a subsidy' } } },
    { path: '/subsidies/lists', component: () => import('./pages/ListsPage.vue'), meta: { anyOf: READING, title: list } },
    { path: '/subsidies/lists/:id(\\d+)', component: () => import('./pages/PublicListPage.vue'), props: one, meta: { anyOf: READING, title: list } },
    { path: '/subsidies/:id(\\d+)', component: () => import('./pages/ClaimPage.vue'), props: one, meta: { anyOf: READING, title } },
  ],
  menu: [{ title, to: '/subsidies', anyOf: READING, order: 25 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default subsidy
