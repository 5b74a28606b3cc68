import type { Feature } from '@/shared/feature'

const READING = ['MATTER_READ'] as const
const id = (route: { params: Record<string, string | string[]> }) => ({ id: Number(route.params.id) })

const dossier: Feature = {
  name: 'dossier',
  routes: [
    { path: '/matters/:id(\\d+)/papers', component: () => import('./pages/PapersPage.vue'), props: id, meta: { anyOf: READING, title: { zh: '文书', en: 'Papers' } } },
    {
      path: '/matters/:id(\\d+)/papers/:paper([a-z-]+)',
      component: () => import('./pages/PaperPage.vue'),
      props: (route) => ({ ...id(route), paper: String(route.params.paper), about: route.query.about ? Number(route.query.about) : undefined }),
      meta: { anyOf: READING, title: { zh: '填写文书', en: 'Fill in a paper' } },
    },
    { path: '/matters/:id(\\d+)/dossier', component: () => import('./pages/DossierPage.vue'), props: id, meta: { anyOf: READING, title: { zh: '卷宗', en: 'Dossier' } } },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default dossier
