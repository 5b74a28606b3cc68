import type { Feature } from '@/shared/feature'

const WORKING = ['MATTER_DISPATCH', 'MATTER_HANDLE', 'MATTER_CHECK', 'SUPERVISE'] as const
const KEEPING = ['MATTER_DISPATCH', 'MATTER_CHECK'] as const
const title = { zh: '联合会商', en: 'Joint handling' }
const morning = { zh: '晨会', en: 'Morning meeting' }
const one = (route: { params: Record<string, string | string[]> }) => ({ id: Number(route.params.id) })

const joint: Feature = {
  name: 'joint',
  routes: [
    { path: '/joint', component: () => import('./pages/SessionsPage.vue'), meta: { anyOf: WORKING, title } },
    {
      path: '/joint/new',
      component: () => import('./pages/NewSessionPage.vue'),
      props: (route) => ({ matterId: Number(route.query.matter) }),
      meta: { anyOf: ['MATTER_DISPATCH', 'MATTER_CHECK'], title: { zh: '吹哨', en: 'Call units' } },
    },
    { path: '/joint/tasks', component: () => import('./pages/TasksPage.vue'), meta: { anyOf: WORKING, title: { zh: '会商任务', en: 'Tasks' } } },
    { path: '/joint/responses', component: () => import('./pages/ResponsesPage.vue'), meta: { anyOf: WORKING, title: { zh: '吹哨到位率', en: 'Response to calls' } } },
    { path: '/joint/:id(\\d+)', component: () => import('./pages/SessionPage.vue'), props: one, meta: { anyOf: WORKING, title } },
    { path: '/joint/:id(\\d+)/sheet', component: () => import('./pages/SignInSheet.vue'), props: one, meta: { anyOf: WORKING, title: { zh: '签到表', en: 'Sign-in sheet' } } },
    { path: '/morning', component: () => import('./pages/MorningPage.vue'), meta: { anyOf: KEEPING, title: morning } },
    { path: '/morning/past', component: () => import('./pages/MeetingsPage.vue'), meta: { anyOf: WORKING, title: morning } },
    { path: '/morning/:id(\\d+)', component: () => import('./pages/MeetingPage.vue'), props: one, meta: { anyOf: WORKING, title: morning } },
  ],
  menu: [
    { title: morning, to: '/morning', anyOf: KEEPING, order: 5 },
    { title, to: '/joint', anyOf: WORKING, order: 22 },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default joint
