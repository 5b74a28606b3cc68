import type { Feature } from '@/shared/feature'

const submissions: Feature = {
  name: 'submissions',
  routes: [
    {
      path: '/submissions',
      component: () => import('./pages/SubmissionsPage.vue'),
      meta: { anyOf: ['MATTER_REGISTER'], title: { zh: '来件核对', en: 'Submissions' } },
    },
    {
      path: '/submissions/:id(\\d+)',
      component: () => import('./pages/SubmissionPage.vue'),
      props: (route) => ({ id: Number(route.params.id) }),
      meta: { anyOf: ['MATTER_REGISTER'], title: { zh: '来件核对', en: 'Submission' } },
    },
  ],
  menu: [{ title: { zh: '来件核对', en: 'Submissions' }, to: '/submissions', anyOf: ['MATTER_REGISTER'], order: 45 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default submissions
