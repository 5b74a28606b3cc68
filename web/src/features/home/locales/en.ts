import type zh from './zh'

const en: typeof zh = {
  title: 'Work now',
  for: '{unit} · {role}',
  queue: '{name} (by time left)',
  all: 'See all',
  nothing: 'Nothing here waits for you.',
  none: 'All done. New work appears here.',
  start: 'Often used',
  register: 'Quick registration',
  registerHint: 'Somebody is at the window: register and print in under 90 seconds',
  imports: 'Import a list',
  importsHint: 'Sheets from the hotline, police, court and others',
  admin: 'Units and staff',
  adminHint: 'Units, posts, accounts, API clients',
  overdue: 'Overdue',
  dueSoon: 'Due soon',
}

export default en
