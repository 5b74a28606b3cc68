import type zh from '../zh/clients'

const clients: typeof zh = {
  clients: 'API clients',
  line: 'Source',
  scopes: 'Rights',
  token: 'Token (shown this once; hand it to the other administrator)',
  created: 'Created',
  revoked: 'Revoked',
  revoke: 'Revoke',
  revokeAsk: 'The other system can send nothing from now on.',
  rotate: 'New token',
  rotateAsk: 'Once approved, you take a new token; the old one works a day longer, so that nothing stops.',
  clientReads: 'May also read what became of it',
  clientPartner: 'May refer, answer and fetch events (partners)',
  number: 'Number',
  expiresInDays: 'Days it is good',
  expires: 'Expires',
  expired: 'expired',
  never: 'never',
  lastUsed: 'Last used',
  tokens: {
    title: 'How the other system gets a token',
    intro: 'With the account’s number (NUMBER) and the token handed over (TOKEN, used as the secret) the other system gets a token that is good for 15 minutes, and calls with that one (OAuth 2.0 client credentials).',
    ask: 'Get a short-lived token:',
    use: 'Call with it:',
    again: 'Get another before it expires. Revoking the account ends its short-lived tokens as well.',
    metadata: 'For programs that look it up:',
  },
}

export default clients
