import type { Feature } from '@/shared/feature'

const WORKING = ['MATTER_DISPATCH', 'MATTER_HANDLE', 'MATTER_CHECK', 'SUPERVISE'] as const
const title = { zh: '调解', en: 'Mediation' }
const calendar = { zh: '调解日程', en: 'Mediation calendar' }
const register = { zh: '调解员名册', en: 'Register of mediators' }
const agreement = { zh: '调解协议', en: 'Mediation agreement' }
const one = (route: { params: Record<string, string | string[]> }) => ({ id: Number(route.params.id) })

const mediation: Feature = {
  name: 'mediation',
  routes: [
    { path: '/mediations', component: () => import('./pages/DeskPage.vue'), meta: { anyOf: WORKING, title } },
    {
      path: '/mediations/new',
      component: () => import('./pages/OpenPage.vue'),
      props: (route) => ({ matterId: Number(route.query.matter) }),
      meta: { anyOf: WORKING, title: { zh: '启动调解', en: 'Open a mediation' } },
    },
    { path: '/mediations/calendar', component: () => import('./pages/CalendarPage.vue'), meta: { anyOf: WORKING, title: calendar } },
    { path: '/mediations/:id(\\d+)', component: () => import('./pages/MediationPage.vue'), props: one, meta: { anyOf: WORKING, title } },
    { path: '/mediations/:id(\\d+)/agreement', component: () => import('./pages/DraftPage.vue'), props: (route) => ({ mediationId: Number(route.params.id) }), meta: { anyOf: WORKING, title: agreement } },
    { path: '/mediation-sessions/:id(\\d+)', component: () => import('./pages/MediationSessionPage.vue'), props: one, meta: { anyOf: WORKING, title: { zh: '调解记录', en: 'Mediation record' } } },
    { path: '/agreements/:id(\\d+)', component: () => import('./pages/AgreementPage.vue'), props: one, meta: { anyOf: WORKING, title: agreement } },
    { path: '/agreements/:id(\\d+)/edit', component: () => import('./pages/DraftPage.vue'), props: (route) => ({ agreementId: Number(route.params.id) }), meta: { anyOf: WORKING, title: agreement } },
    { path: '/agreements/:id(\\d+)/print', component: () => import('./pages/PrintPage.vue'), props: one, meta: { anyOf: WORKING, title: agreement } },
    { path: '/mediators', component: () => import('./pages/MediatorsPage.vue'), meta: { anyOf: WORKING, title: register } },
    { path: '/mediation-rooms', component: () => import('./pages/RoomsPage.vue'), meta: { anyOf: WORKING, title: { zh: '功能室', en: 'Function rooms' } } },
  ],
  menu: [{ title, to: '/mediations', anyOf: WORKING, order: 21 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default mediation
