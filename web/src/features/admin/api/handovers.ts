import { http } from '@/shared/http/client'
import type { components } from '@/shared/http/schema'

export type Handover = components['schemas']['HandoverView']

export const readHandovers = (): Promise<{ items: Handover[] }> => http.get('/unit-handovers')
export const handOn = (unit: number, body: { successorId: number; opinion: string }): Promise<{ moved: number; left: number }> =>
  http.post(`/unit-handovers/${unit}`, body)
