import type zh from './zh'

const en: typeof zh = {
  title: 'Work calendar',
  year: 'Year',
  announced: 'Entered from the notice of the State Council General Office',
  provisional: 'The holidays of this year are not entered yet; weekends are assumed. Open deadlines are worked out again once they are.',
  papers: 'Notice',
  workday: 'Working',
  off: 'Off',
  makeUp: 'Make-up workday',
  holiday: 'Holiday',
  legend: 'Legend',
  weekdays: 'MTWTFSS',
  month: 'Month {n}',
  summary: 'Holidays and make-up days',
  try: 'Try a deadline',
  tryHint: 'From a moment on, with a limit: until when, and why.',
  from: 'From',
  limit: 'Limit',
  amount: 'Amount',
  unit: 'Unit',
  units: { wd: 'workdays', cd: 'calendar days', wh: 'working hours', h: 'hours', mo: 'months' },
  reckon: 'Work out',
  due: 'Due {at}',
}

export default en
