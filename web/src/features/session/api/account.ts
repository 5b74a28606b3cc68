import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'

export interface FirstAdministrator {
  token: string
  username: string
  displayName: string
  password: string
}

export interface TotpEnrolment {
  secret: string
  otpauthUri: string
}

export const createFirstAdministrator = (body: FirstAdministrator): Promise<void> => http.post('/setup', body)

export const changePassword = (body: { old: string; new: string }): Promise<void> =>
  http.post('/session/password', body)

export const enrolTotp = (): Promise<TotpEnrolment> => http.post('/session/totp')

export const confirmTotp = (code: string): Promise<void> => http.post('/session/totp/confirmation', { code })

export type SessionRow = components['schemas']['DeviceSession']

export const resetPassword = (body: { link: string; code: string | null; password: string }): Promise<void> => http.post('/password-resets', body)

export const readOwnSessions = (): Promise<{ items: SessionRow[] }> => http.get('/sessions')
export const endOwnSession = (id: number): Promise<void> => http.post(`/sessions/${id}/ending`)
export const endOtherSessions = (): Promise<void> => http.post('/sessions/ending')
