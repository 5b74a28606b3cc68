import type zh from './zh'

const en: typeof zh = {
  menu: { work: 'Work', incoming: 'What comes in', rules: 'Rules and administration' },
  searchAll: 'Search matters by code or text',
  notices: 'Notices, {n} not seen',
  account: 'My account',
  signOut: 'Sign out',
  noAccess: 'Your post cannot open this page',
}

export default en
