import type zh from './zh'

const en: typeof zh = {
  searchAll: 'Search matters by code or text',
  account: 'My account',
  signOut: 'Sign out',
  noAccess: 'Your post cannot open this page',
}

export default en
