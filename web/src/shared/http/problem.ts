/** One refused field: where it is in the request, and why, never what it held. */
export interface FieldError {
  path: string
  code: string
  detail?: string
  /** The most characters it takes, when it had more. */
  max?: number
}

/** An RFC 9457 problem as the server tells it. */
export interface Problem {
  type?: string
  title?: string
  status: number
  detail?: string
  code: string
  /** The finer reason, which the detail says in words. */
  reasonCode?: string
  traceId?: string
  retryAfter?: number
  errors: FieldError[]
}

/** Thrown for every answer that is not a success, and when no answer came at all. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
  }

  get code(): string {
    return this.problem.code
  }

  get status(): number {
    return this.problem.status
  }
}

/** No answer: the line or the server is down. What was typed stays on the page. */
export const OFFLINE: Problem = { status: 0, code: 'OFFLINE', errors: [] }

/** Reads the problem out of an answer, also when the body is not one. */
export async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined
  try {
    const body: unknown = await response.json()
    if (isRecord(body)) {
      return {
        type: text(body.type),
        title: text(body.title),
        detail: text(body.detail),
        status: response.status,
        code: text(body.code) ?? `HTTP_${response.status}`,
        traceId: text(body.traceId),
        retryAfter,
        errors: Array.isArray(body.errors) ? body.errors.filter(isFieldError) : [],
      }
    }
  } catch {
    // not JSON: the status says enough
  }
  return { status: response.status, code: `HTTP_${response.status}`, retryAfter, errors: [] }
}

/** The problem behind anything thrown; undefined for a bug of the page itself. */
export function asProblem(thrown: unknown): Problem | undefined {
  return thrown instanceof ProblemError ? thrown.problem : undefined
}

/** Somebody else was faster: what was acted on is no longer what was seen. */
export function isStale(thrown: unknown): boolean {
  return asProblem(thrown)?.status === 412
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.path === 'string' && typeof value.code === 'string'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
