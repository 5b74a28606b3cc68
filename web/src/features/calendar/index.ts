import type { Feature } from '@/shared/feature'

const calendar: Feature = {
  name: 'calendar',
  routes: [
    {
      path: '/calendar',
      component: () => import('./pages/CalendarPage.vue'),
      meta: { title: { zh: '工作日历', en: 'Work calendar' } },
    },
    {
      path: '/calendar/changes',
      component: () => import('./pages/ChangesPage.vue'),
      meta: { anyOf: ['MATTER_READ'], title: { zh: '时限变动', en: 'Moved deadlines' } },
    },
  ],
  menu: [{ title: { zh: '工作日历', en: 'Work calendar' }, to: '/calendar', order: 70 }],
  messages: { zh: () => import('./locales/zh'), en: () => import('./locales/en') },
}

export default calendar
