import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'

export type CountySignIn = components['schemas']['CountySignInState']

export const readCountySignIn = (): Promise<CountySignIn> => http.get('/public/county-sign-in')
export const readOwnCountySignIn = (): Promise<CountySignIn> => http.get('/session/county-sign-in')
/** Where the browser is to go to sign in. */
export const beginCountySignIn = (next: string): Promise<{ address: string }> => http.post('/oidc/attempts', undefined, { query: { next } })
/** Where the browser is to go to link one's own account. */
export const linkCountySignIn = (): Promise<{ address: string }> => http.post('/session/county-sign-in')
export const unlinkCountySignIn = (): Promise<void> => http.post('/session/county-sign-in/removal')
