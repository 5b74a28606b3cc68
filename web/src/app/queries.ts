import { QueryClient } from '@tanstack/vue-query'
import { asProblem } from '@/shared/http/problem'

/**
 * How the client asks and acts: without a network too, so that what fails says so at once. Left to itself the library waits
 * in silence until the browser believes it is online again, and then sends what nobody expects any more.
 */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        retry: (count, thrown) => count < 1 && [0, 503].includes(asProblem(thrown)?.status ?? -1),
      },
      mutations: { networkMode: 'always' },
    },
  })
