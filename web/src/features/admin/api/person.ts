import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'

export type Person = components['schemas']['PersonView']
export type SessionRow = components['schemas']['DeviceSession']

export const readPerson = (id: number): Promise<Person> => http.get(`/staff/${id}`)
export const readSessions = (id: number): Promise<{ items: SessionRow[] }> => http.get(`/staff/${id}/sessions`)
export type PasskeyRow = components['schemas']['Passkey']
export const readPasskeys = (id: number): Promise<{ items: PasskeyRow[] }> => http.get(`/staff/${id}/passkeys`)
export const removePasskey = (id: number, passkey: number): Promise<unknown> => http.post(`/staff/${id}/passkeys/${passkey}/removal`)
export const endSession = (session: number): Promise<unknown> => http.post(`/sessions/${session}/ending`)
export const endSessions = (id: number): Promise<unknown> => http.post(`/staff/${id}/sessions/ending`)
