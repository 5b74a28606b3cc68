import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'

export type Person = components['schemas']['PersonView']
export type SessionRow = components['schemas']['DeviceSession']

export const readPerson = (id: number): Promise<Person> => http.get(`/staff/${id}`)
export const readSessions = (id: number): Promise<{ items: SessionRow[] }> => http.get(`/staff/${id}/sessions`)
export const endSession = (session: number): Promise<unknown> => http.post(`/sessions/${session}/ending`)
export const endSessions = (id: number): Promise<unknown> => http.post(`/staff/${id}/sessions/ending`)
