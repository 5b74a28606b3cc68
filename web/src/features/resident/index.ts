import type { Feature } from '@/shared/feature'

const resident: Feature = {
  name: 'resident',
  routes: [
    {
      path: '/r',
      component: () => import('./pages/StartPage.vue'),
      meta: { surface: 'resident', title: { zh: '反映问题、查进度', en: 'Report or follow' } },
    },
    {
      path: '/r/report',
      component: () => import('./pages/ReportPage.vue'),
      meta: { surface: 'resident', title: { zh: '反映问题', en: 'Report' } },
    },
    {
      path: '/r/receipt',
      component: () => import('./pages/ReceiptPage.vue'),
      meta: { surface: 'resident', title: { zh: '已收到', en: 'Received' } },
    },
    {
      path: '/r/follow',
      component: () => import('./pages/FollowPage.vue'),
      meta: { surface: 'resident', title: { zh: '查进度', en: 'Follow' } },
    },
    {
      path: '/r/matter',
      component: () => import('./pages/MyMatterPage.vue'),
      meta: { surface: 'resident', title: { zh: '我的事', en: 'My matter' } },
    },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default resident
