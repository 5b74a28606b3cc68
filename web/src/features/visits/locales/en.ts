import type zh from './zh'

const en: typeof zh = {
  title: 'Follow-up visits',
  intro: 'After a matter is concluded it is visited on the days its procedure says; the earliest is on top.',
  which: 'Which',
  dues: { week: 'Within 7 days and overdue', today: 'Today', overdue: 'Overdue' },
  due: 'To be visited by',
  overdue: '{n} d overdue',
  today: 'due today',
  matter: 'Matter',
  visit: 'Visit',
  visits: { first: 'first', second: 'second', third: 'third' },
  mode: 'How',
  inPerson: 'in person only',
  anyMode: 'telephone, message or in person',
  closed: 'Concluded on',
  make: 'Visit',
  empty: {
    week: 'No visit is due within 7 days. After a matter is concluded, its visits appear here when they fall due.',
    today: 'No visit is due today.',
    overdue: 'No visit is overdue.',
  },
}

export default en
