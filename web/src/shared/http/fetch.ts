import { languageTag } from '../text/locale'
import { preferences } from '../text/preferences'
import { OFFLINE, ProblemError, problemOf } from './problem'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

type Listener = () => void
const expired = new Set<Listener>()

/** Calls back when the server no longer knows the session. */
export function onSessionExpired(listener: Listener): void {
  expired.add(listener)
}

/**
 * `fetch` as the application uses it: the language, the CSRF header, and every refusal thrown
 * as a {@link ProblemError}.
 */
export async function politeFetch(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', languageTag(preferences.locale))
  if (!SAFE.has(request.method)) {
    const token = cookie('XSRF-TOKEN')
    if (token) headers.set('X-XSRF-TOKEN', token)
  }
  const response = await send(new Request(request, { headers, credentials: 'same-origin' }))
  if (response.ok) return response
  const problem = await problemOf(response)
  if (response.status === 401 && isSessionLost(problem.code)) expired.forEach((tell) => tell())
  throw new ProblemError(problem)
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    throw new ProblemError(OFFLINE)
  }
}

/** What was given to prove oneself was refused; whoever is signed in still is. */
const PROOF_REFUSED = new Set(['INVALID_CREDENTIALS', 'TOTP_REQUIRED', 'INVALID_TOTP', 'PASSKEY'])

function isSessionLost(code: string): boolean {
  return !PROOF_REFUSED.has(code)
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}
