import { http } from '../http/client'
import type { Text } from '../text/locale'

export interface Arrow {
  action: string
  from: string
  to: string
  instead: boolean
}

export interface Procedure {
  id: string
  version: number
  name: Text
  statuses: string[]
  entry: string
  ends: string[]
  arrows: Arrow[]
}

export const readDiagram = (id: string, version?: number): Promise<Procedure> =>
  http.get(`/procedures/${id}/diagram`, { query: { version } })

/** Where a status stands in the drawing. */
export interface Place {
  status: string
  x: number
  y: number
  end: boolean
}

/** All moves from one status to another, drawn as one line with a number. */
export interface Line {
  number: number
  from: string
  to: string
  actions: string[]
  instead: boolean
  path: string
  at: { x: number; y: number }
  back: boolean
}

/** The statuses that leave the way, each with where it can be reached from: told beside the drawing. */
export interface Exit {
  to: string
  actions: string[]
  from: string[]
}

export interface Drawing {
  width: number
  height: number
  places: Place[]
  lines: Line[]
  exits: Exit[]
}

export const BOX = { width: 168, height: 34 }
const STEP = 62
const LANE = 26

/**
 * One status below the other in the order of a matter's life. The next one is reached straight down; longer ways run in lanes on the
 * left, ways back on the right, the shortest innermost. What ends a matter at once is reached from nearly everywhere and would hide
 * the rest, so it stands in a list of its own.
 */
export function draw(procedure: Procedure): Drawing {
  const leaves = (status: string): boolean => procedure.arrows.some((arrow) => arrow.from === status && arrow.to !== 'REOPENED')
  const out = procedure.ends.filter((status) => status !== 'ARCHIVED' && !leaves(status))
  const spine = procedure.statuses.filter((status) => !out.includes(status))
  const row = new Map(spine.map((status, n) => [status, n]))

  const pairs = new Map<string, Arrow[]>()
  for (const arrow of procedure.arrows) {
    if (!row.has(arrow.from) || !row.has(arrow.to)) continue
    const key = `${arrow.from} ${arrow.to}`
    pairs.set(key, [...(pairs.get(key) ?? []), arrow])
  }
  const spans = [...pairs.values()].map((arrows) => {
    const [first] = arrows as [Arrow, ...Arrow[]]
    const from = row.get(first.from) ?? 0
    const to = row.get(first.to) ?? 0
    return { arrows, first, from, to, back: to < from, straight: to === from + 1 }
  })
  const lanes = { left: lanesOf(spans.filter((one) => !one.back && !one.straight)), right: lanesOf(spans.filter((one) => one.back)) }
  const left = 20 + LANE * (1 + Math.max(-1, ...lanes.left.values()))
  const center = left + BOX.width / 2 + 10
  const y = (n: number): number => 30 + n * STEP

  const lines = spans
    .sort((one, other) => one.from - other.from || one.to - other.to)
    .map((one, n): Line => {
      const drawn = one.straight
        ? straight(center, y(one.from), y(one.to))
        : curve(one.back ? center + BOX.width / 2 : center - BOX.width / 2, y(one.from), y(one.to), (one.back ? 1 : -1) * (24 + LANE * ((one.back ? lanes.right : lanes.left).get(one) ?? 0)), one.back)
      const actions = [...new Set(one.arrows.map((arrow) => arrow.action))]
      return { number: n + 1, from: one.first.from, to: one.first.to, actions, instead: one.arrows.every((arrow) => arrow.instead), back: one.back, ...drawn }
    })
  const right = 24 + LANE * (1 + Math.max(-1, ...lanes.right.values()))
  return {
    width: center + BOX.width / 2 + right + 20,
    height: y(spine.length - 1) + 30,
    places: spine.map((status, n) => ({ status, x: center, y: y(n), end: procedure.ends.includes(status) })),
    lines,
    exits: out.map((to) => {
      const arrows = procedure.arrows.filter((arrow) => arrow.to === to)
      return { to, actions: [...new Set(arrows.map((arrow) => arrow.action))], from: procedure.statuses.filter((status) => arrows.some((arrow) => arrow.from === status)) }
    }),
  }
}

/** Lines that pass the same rows get lanes of their own; the shortest lie innermost. */
function lanesOf<Span extends { from: number; to: number }>(spans: readonly Span[]): Map<Span, number> {
  const taken: { low: number; high: number; lane: number }[] = []
  const lanes = new Map<Span, number>()
  for (const span of [...spans].sort((one, other) => Math.abs(one.to - one.from) - Math.abs(other.to - other.from))) {
    const low = Math.min(span.from, span.to)
    const high = Math.max(span.from, span.to)
    let lane = 0
    while (taken.some((one) => one.lane === lane && one.low < high && low < one.high)) lane++
    taken.push({ low, high, lane })
    lanes.set(span, lane)
  }
  return lanes
}

function straight(x: number, from: number, to: number): Pick<Line, 'path' | 'at'> {
  return { path: `M${x} ${from + BOX.height / 2}V${to - BOX.height / 2}`, at: { x, y: (from + to) / 2 - 3 } }
}

/** Out sideways, along the lane, and back in, a little apart so that coming and going are told from each other. */
function curve(x: number, from: number, to: number, out: number, back: boolean): Pick<Line, 'path' | 'at'> {
  const start = from + (back ? -6 : 6)
  const end = to + (back ? 6 : -6)
  const turn = (back ? -1 : 1) * 8
  const lane = x + out
  const inward = out > 0 ? 8 : -8
  return {
    path: `M${x} ${start}H${lane - inward}Q${lane} ${start} ${lane} ${start + turn}V${end - turn}Q${lane} ${end} ${lane - inward} ${end}H${x}`,
    at: { x: lane, y: (start + end) / 2 },
  }
}
