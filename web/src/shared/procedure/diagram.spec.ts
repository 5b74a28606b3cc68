import { describe, expect, it } from 'vitest'
import { draw, type Procedure } from './diagram'

const procedure: Procedure = {
  id: 'dispute',
  version: 1,
  name: { zh: '矛盾纠纷', en: 'Dispute' },
  statuses: ['REGISTERED', 'ACCEPTED', 'ASSIGNED', 'CLOSED', 'ARCHIVED', 'WITHDRAWN'],
  entry: 'REGISTERED',
  ends: ['ARCHIVED', 'WITHDRAWN'],
  arrows: [
    { action: 'ACCEPT', from: 'REGISTERED', to: 'ACCEPTED', instead: false },
    { action: 'DISPATCH', from: 'REGISTERED', to: 'ASSIGNED', instead: false },
    { action: 'DISPATCH', from: 'ACCEPTED', to: 'ASSIGNED', instead: false },
    { action: 'SUBMIT_RESULT', from: 'ASSIGNED', to: 'CLOSED', instead: false },
    { action: 'CHECK_FAIL', from: 'CLOSED', to: 'ASSIGNED', instead: false },
    { action: 'ARCHIVE', from: 'CLOSED', to: 'ARCHIVED', instead: false },
    { action: 'WITHDRAW', from: 'REGISTERED', to: 'WITHDRAWN', instead: false },
    { action: 'WITHDRAW', from: 'ACCEPTED', to: 'WITHDRAWN', instead: false },
  ],
}

describe('the drawing of a procedure', () => {
  const drawing = draw(procedure)

  it('stands the statuses below each other', () => {
    expect(drawing.places.map((one) => one.status)).toEqual(['REGISTERED', 'ACCEPTED', 'ASSIGNED', 'CLOSED', 'ARCHIVED'])
    expect(new Set(drawing.places.map((one) => one.y)).size).toBe(5)
  })

  it('draws every way between them once', () => {
    expect(drawing.lines).toHaveLength(6)
    expect(drawing.lines.filter((one) => one.back).map((one) => one.actions)).toEqual([['CHECK_FAIL']])
  })

  it('lists what ends a matter at once, with where from', () => {
    expect(drawing.exits).toEqual([{ to: 'WITHDRAWN', actions: ['WITHDRAW'], from: ['REGISTERED', 'ACCEPTED'] }])
  })
})
