import { http } from '@/shared/http/client'

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
