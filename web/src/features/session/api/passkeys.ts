import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'

type Schemas = components['schemas']
export type PasskeyState = Schemas['PasskeyState']
export type PasskeyRow = Schemas['Passkey']
export type ToRegister = Schemas['ToRegister']
export type ToSignIn = Schemas['SignInOptions']

export const readPasskeyState = (): Promise<PasskeyState> => http.get('/public/passkeys')
export const readOwnPasskeys = (): Promise<{ items: PasskeyRow[] }> => http.get('/session/passkeys')
/** Proves once more who asks; the answer is for the device. */
export const beginPasskey = (proof: { password: string; totp?: string }): Promise<ToRegister> => http.post('/session/passkeys/attempts', proof)
export const addPasskey = (made: Schemas['NewPasskey']): Promise<{ id: number }> => http.post('/session/passkeys', made)
export const removeOwnPasskey = (id: number): Promise<void> => http.post(`/session/passkeys/${id}/removal`)
export const beginPasskeySignIn = (): Promise<ToSignIn> => http.post('/passkey/attempts')
export const openPasskeySession = (signed: Schemas['SignedIn']): Promise<unknown> => http.post('/passkey/sessions', signed)
