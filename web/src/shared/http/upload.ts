import { languageTag } from '../text/locale'
import { preferences } from '../text/preferences'
import { OFFLINE, ProblemError, problemOf } from './problem'

/**
 * Sends a form with files and tells how far it is, 0 to 100. (`fetch` cannot tell.)
 * Refusals are thrown as `ProblemError`, as everywhere.
 */
export function upload<T>(
  path: string,
  form: FormData,
  options: { progress?: (percent: number) => void; headers?: Readonly<Record<string, string>> } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${path}`)
    request.setRequestHeader('Accept-Language', languageTag(preferences.locale))
    const token = document.cookie.split('; ').find((pair) => pair.startsWith('XSRF-TOKEN='))
    if (token) request.setRequestHeader('X-XSRF-TOKEN', decodeURIComponent(token.slice(11)))
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.progress?.(Math.round((100 * event.loaded) / event.total))
    }
    request.onerror = () => reject(new ProblemError(OFFLINE))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve((request.responseText === '' ? undefined : JSON.parse(request.responseText)) as T)
        return
      }
      const retry = request.getResponseHeader('Retry-After')
      const headers = retry ? { 'Retry-After': retry } : undefined
      void problemOf(new Response(request.responseText, { status: request.status, headers })).then(
        (problem) => reject(new ProblemError(problem)),
      )
    }
    request.send(form)
  })
}
