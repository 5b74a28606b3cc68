import type { Feature } from '@/shared/feature'

const READING = ['MATTER_READ'] as const
const title = { zh: '四调对接', en: 'Partners' }

const referral: Feature = {
  name: 'referral',
  routes: [
    { path: '/partners', component: () => import('./pages/DeskPage.vue'), meta: { anyOf: READING, title } },
    { path: '/partners/lawsuits', component: () => import('./pages/LawsuitsPage.vue'), meta: { anyOf: READING, title: { zh: '立案推送', en: 'Lawsuits' } } },
    {
      path: '/partners/referrals/:id(\\d+)',
      component: () => import('./pages/ReferralPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: READING, title: { zh: '对接件', en: 'Referral' } },
    },
  ],
  menu: [{ title, to: '/partners', anyOf: READING, order: 23 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default referral
