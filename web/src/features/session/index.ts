import type { Feature } from '@/shared/feature'

const session: Feature = {
  name: 'session',
  routes: [
    {
      path: '/sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { surface: 'bare', title: { zh: '登录', en: 'Sign in' } },
    },
    {
      path: '/setup',
      component: () => import('./pages/SetupPage.vue'),
      meta: { surface: 'bare', title: { zh: '首次设置', en: 'First set-up' } },
    },
    {
      path: '/reset',
      component: () => import('./pages/ResetPage.vue'),
      meta: { surface: 'bare', title: { zh: '设置密码', en: 'Set a password' } },
    },
    {
      path: '/account',
      component: () => import('./pages/AccountPage.vue'),
      meta: { title: { zh: '我的账号', en: 'My account' } },
    },
    {
      path: '/no-access',
      component: () => import('./pages/NoAccessPage.vue'),
      meta: { title: { zh: '不能打开', en: 'No access' } },
    },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default session
