import type zh from './zh'

const en: typeof zh = {
  title: 'Work list',
  open: 'Open',
  buckets: 'By what is to be done',
  left: 'Time left',
  code: 'Code',
  line: 'Source',
  category: 'Category',
  area: 'Place',
  summary: 'Matter',
  status: 'Status',
  unit: 'Lead unit',
  risk: 'Risk',
  from: 'Reported from',
  to: 'Reported to',
  risks: { RED: 'Red', CHECK: 'to assess' },
  returns: 'returned {n}×',
  empty: {
    toAccept: 'Nothing waits to be accepted. New registrations appear here.',
    toDispatch: 'Nothing waits to be dispatched. Accepted matters appear here, by time left.',
    toSign: 'Nothing waits to be signed for. What is dispatched to your unit appears here.',
    inHand: 'Nothing is in hand.',
    dueSoon: 'Nothing is due soon. Matters with seven tenths of their time used appear here.',
    overdue: 'Nothing is overdue.',
    returned: 'Nothing has been returned.',
    toCheck: 'Nothing waits to be checked. Results submitted by units appear here.',
    toVisit: 'No follow-up visit is due. Matters concluded 7 days ago appear here.',
    suspended: 'Nothing is suspended.',
    all: 'No matter fits. Try with fewer filters.',
  },
}

export default en
