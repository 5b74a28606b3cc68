import type { Feature } from '@/shared/feature'

const anyOf = ['ORG_ADMIN', 'POST_GRANT'] as const
const administrators = ['ORG_ADMIN', 'POST_GRANT', 'AUDIT_READ'] as const

const exporters = ['IMPORT', 'EXPORT_APPROVE', 'AUDIT_READ'] as const

const admin: Feature = {
  name: 'admin',
  routes: [
    { path: '/admin', redirect: '/admin/staff' },
    { path: '/admin/staff', component: () => import('./pages/StaffPage.vue'), meta: { anyOf, title: { zh: '人员', en: 'Staff' } } },
    { path: '/admin/staff/:id(\\d+)', component: () => import('./pages/PersonPage.vue'), meta: { anyOf: administrators, title: { zh: '人员', en: 'Staff' } } },
    {
      path: '/admin/grants',
      component: () => import('./pages/GrantsPage.vue'),
      meta: { anyOf: administrators, title: { zh: '授权申请', en: 'Requests for access' } },
    },
    { path: '/admin/units', component: () => import('./pages/UnitsPage.vue'), meta: { anyOf, title: { zh: '单位', en: 'Units' } } },
    {
      path: '/admin/clients',
      component: () => import('./pages/ClientsPage.vue'),
      meta: { anyOf, title: { zh: '接口账号', en: 'API clients' } },
    },
    {
      path: '/admin/webhooks',
      component: () => import('./pages/HooksPage.vue'),
      meta: { anyOf, title: { zh: '对接推送', en: 'Partner webhooks' } },
    },
    { path: '/unit-handovers', component: () => import('./pages/HandoversPage.vue'), meta: { anyOf: ['MATTER_DISPATCH'], title: { zh: '撤销单位的未结案件', en: 'Open matters of ended units' } } },
    { path: '/exports', component: () => import('./pages/ExportsPage.vue'), meta: { anyOf: exporters, title: { zh: '导出', en: 'Exports' } } },
    {
      path: '/admin/audit',
      component: () => import('./pages/AuditPage.vue'),
      meta: { anyOf: ['AUDIT_READ'], title: { zh: '审计记录', en: 'Audit log' } },
    },
  ],
  menu: [
    { title: { zh: '人员', en: 'Staff' }, to: '/admin/staff', anyOf, order: 80 },
    { title: { zh: '授权申请', en: 'Requests for access' }, to: '/admin/grants', anyOf: administrators, order: 79 },
    { title: { zh: '单位', en: 'Units' }, to: '/admin/units', anyOf, order: 81 },
    { title: { zh: '接口账号', en: 'API clients' }, to: '/admin/clients', anyOf, order: 82 },
    { title: { zh: '对接推送', en: 'Partner webhooks' }, to: '/admin/webhooks', anyOf, order: 83 },
    { title: { zh: '单位移交', en: 'Ended units' }, to: '/unit-handovers', anyOf: ['MATTER_DISPATCH'], order: 84 },
    { title: { zh: '导出', en: 'Exports' }, to: '/exports', anyOf: exporters, order: 85 },
    { title: { zh: '审计记录', en: 'Audit log' }, to: '/admin/audit', anyOf: ['AUDIT_READ'], order: 90 },
  ],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default admin
