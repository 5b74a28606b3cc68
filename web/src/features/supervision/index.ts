import type { Feature } from '@/shared/feature'

const WORKING = ['SUPERVISE', 'MATTER_HANDLE', 'MATTER_CHECK', 'MATTER_DISPATCH'] as const
const title = { zh: '督办', en: 'Supervision' }

/** The ids of an address such as `?matters=1,2,3`; what is none is left out. */
const numbers = (text: unknown): number[] => [...new Set(String(text ?? '').split(',').map(Number))].filter((one) => Number.isInteger(one) && one > 0)

const supervision: Feature = {
  name: 'supervision',
  routes: [
    { path: '/supervision', component: () => import('./pages/CardsPage.vue'), meta: { anyOf: WORKING, title } },
    {
      path: '/supervision/cards/:id(\\d+)',
      component: () => import('./pages/CardPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: WORKING, title: { zh: '督办单', en: 'Supervision card' } },
    },
    {
      path: '/supervision/new',
      component: () => import('./pages/NewCardPage.vue'),
      props: (route) => ({ matterId: Number(route.query.matter) }),
      meta: { anyOf: ['SUPERVISE'], title: { zh: '签发督办', en: 'Issue a card' } },
    },
    {
      path: '/supervision/new-batch',
      component: () => import('./pages/NewCardsPage.vue'),
      props: (route) => ({ matterIds: numbers(route.query.matters) }),
      meta: { anyOf: ['SUPERVISE'], title: { zh: '签发督办', en: 'Issue cards' } },
    },
    { path: '/supervision/suggestions', component: () => import('./pages/SuggestionsPage.vue'), meta: { anyOf: ['SUPERVISE'], title: { zh: '待定督办', en: 'Suggested cards' } } },
    { path: '/supervision/board', component: () => import('./pages/BoardPage.vue'), meta: { anyOf: WORKING, title: { zh: '督办看板', en: 'Supervision board' } } },
    { path: '/supervision/samples', component: () => import('./pages/SamplesPage.vue'), meta: { anyOf: ['SUPERVISE'], title: { zh: '应受理未受理抽查', en: 'Check of what was not accepted' } } },
    {
      path: '/supervision/samples/:id(\\d+)',
      component: () => import('./pages/SamplePage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: ['SUPERVISE'], title: { zh: '应受理未受理抽查', en: 'Check of what was not accepted' } },
    },
  ],
  menu: [{ title, to: '/supervision', anyOf: WORKING, order: 24 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default supervision
