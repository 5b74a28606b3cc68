import type { Feature } from '@/shared/feature'

const READING = ['MATTER_READ'] as const
const title = { zh: '四调对接', en: 'Partners' }

const referral: Feature = {
  name: 'referral',
  routes: [
    { path: '/partners', component: () => import('./pages/DeskPage.vue'), meta: { anyOf: READING, title } },
    { path: '/partners/:partner(court|police|petition|prosecution)', redirect: ({ params }) => ({ path: '/partners', query: { partner: String(params.partner).toUpperCase() } }) },
    { path: '/partners/lawsuits', component: () => import('./pages/LawsuitsPage.vue'), meta: { anyOf: READING, title: { zh: '立案推送', en: 'Lawsuits' } } },
    {
      path: '/partners/referrals/:id(\\d+)',
      component: () => import('./pages/ReferralPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: READING, title: { zh: '对接件', en: 'Referral' } },
    },
    {
      path: '/partners/referrals/:id(\\d+)/conflicts',
      component: () => import('./pages/ConflictsPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: READING, title: { zh: '核对对接件', en: 'Compare a referral' } },
    },
  ],
  menu: [{ title, to: '/partners', anyOf: READING, order: 23 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default referral
