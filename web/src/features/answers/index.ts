import type { Feature } from '@/shared/feature'

const anyOf = ['IMPORT', 'SUPERVISE'] as const
const title = { zh: '答复来源', en: 'Answers to lines' }
const dead = { zh: '投递失败', en: 'Not delivered' }
const ways = { zh: '对接与短信', en: 'Lines and messages' }

const answers: Feature = {
  name: 'answers',
  routes: [
    { path: '/answers', component: () => import('./pages/AnswersPage.vue'), meta: { anyOf, title } },
    { path: '/dead-letters', component: () => import('./pages/DeadLettersPage.vue'), meta: { anyOf, title: dead } },
    { path: '/admin/lines', component: () => import('./pages/WaysPage.vue'), meta: { anyOf: ['ORG_ADMIN'], title: ways } },
  ],
  menu: [
    { title, to: '/answers', anyOf, order: 47 },
    { title: dead, to: '/dead-letters', anyOf, order: 48 },
    { title: ways, to: '/admin/lines', anyOf: ['ORG_ADMIN'], order: 83 },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default answers
