import { MutationObserver, onlineManager } from '@tanstack/vue-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeQueryClient } from './queries'

describe('without a network', () => {
  beforeEach(() => onlineManager.setOnline(false))
  afterEach(() => onlineManager.setOnline(true))

  it('what is sent fails at once instead of waiting', async () => {
    const sending = new MutationObserver(makeQueryClient(), { mutationFn: () => Promise.reject(new Error('offline')) })

    const answer = await Promise.race([sending.mutate().catch((thrown: Error) => thrown.message), pause()])

    expect(answer).toBe('offline')
  })

  it('what is asked fails at once instead of waiting', async () => {
    const asked = makeQueryClient().fetchQuery({ queryKey: ['any'], queryFn: () => Promise.reject(new Error('offline')), retry: false })

    const answer = await Promise.race([asked.catch((thrown: Error) => thrown.message), pause()])

    expect(answer).toBe('offline')
  })
})

const pause = (): Promise<string> => new Promise((done) => setTimeout(() => done('still waiting'), 500))
