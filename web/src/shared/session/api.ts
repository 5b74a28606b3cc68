import { http } from '../http/client'

export interface Post {
  postId: number
  role: string
  unitId: number
  unitName: string
  unitNameEn?: string | null
  scopeUnitId?: number | null
  coveredFor?: string | null
}

export interface Session {
  staffId: number
  displayName: string
  username: string
  posts: Post[]
  activePostId?: number | null
  permissions: string[]
  locale?: string
  idleTimeoutSeconds?: number
  /** Whose leave the active post covers. */
  proxyFor?: { unitId: number; displayName?: string | null } | null
  mustChangePassword?: boolean
}

export interface Credentials {
  username: string
  password: string
  totp?: string
}

export const readSession = (): Promise<Session> => http.get('/session')
export const openSession = (credentials: Credentials): Promise<unknown> => http.post('/session', credentials)
export const closeSession = (): Promise<void> => http.delete('/session')
export const takePost = (postId: number): Promise<void> => http.put('/session/active-post', { postId })
