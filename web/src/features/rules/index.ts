import type { Feature } from '@/shared/feature'

const rules: Feature = {
  name: 'rules',
  routes: [
    { path: '/rules', component: () => import('./pages/RulesPage.vue'), meta: { title: { zh: '规则', en: 'Rules' } } },
    {
      path: '/rules/versions/:id(\\d+)',
      component: () => import('./pages/VersionPage.vue'),
      meta: { title: { zh: '规则版本', en: 'Version of rules' } },
    },
    {
      path: '/rules/versions/:id(\\d+)/trials/:trial(\\d+)',
      component: () => import('./pages/TrialPage.vue'),
      meta: { title: { zh: '试算涉及的事项', en: 'Matters of a trial' } },
    },
    {
      path: '/procedures',
      component: () => import('./pages/ProceduresPage.vue'),
      meta: { title: { zh: '程序图', en: 'Procedures' } },
    },
  ],
  menu: [
    { title: { zh: '规则', en: 'Rules' }, to: '/rules', order: 72 },
    { title: { zh: '程序图', en: 'Procedures' }, to: '/procedures', order: 73 },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default rules
