import { describe, expect, it } from 'vitest'
import { timeLeft } from './deadline'

const now = Date.parse('2026-11-23T14:05:00+08:00')

describe('time left', () => {
  it.each([
    ['2026-11-23T14:45:00+08:00', 'minute', 40],
    ['2026-11-23T17:05:00+08:00', 'hour', 3],
    ['2026-11-25T13:05:00+08:00', 'hour', 47],
    ['2026-11-26T14:05:00+08:00', 'day', 3],
  ])('until %s is told in %s', (dueAt, unit, amount) => {
    expect(timeLeft({ dueAt }, now)).toEqual({ urgency: 'calm', unit, amount })
  })

  it('past the deadline is overdue', () => {
    expect(timeLeft({ dueAt: '2026-11-21T14:05:00+08:00' }, now)).toEqual({
      urgency: 'overdue',
      unit: 'day',
      amount: 2,
    })
  })

  it('after the amber moment is soon', () => {
    const deadline = { dueAt: '2026-11-23T17:05:00+08:00', amberAt: '2026-11-23T13:00:00+08:00' }
    expect(timeLeft(deadline, now).urgency).toBe('soon')
  })

  it('stopped after the deadline is late', () => {
    const deadline = { dueAt: '2026-11-23T12:00:00+08:00', metAt: '2026-11-23T13:00:00+08:00' }
    expect(timeLeft(deadline, now).urgency).toBe('late')
  })

  it('a paused clock is never overdue', () => {
    expect(timeLeft({ dueAt: '2026-11-01T00:00:00+08:00', paused: true }, now).urgency).toBe('paused')
  })

  it('less than a minute still says one', () => {
    expect(timeLeft({ dueAt: '2026-11-23T14:05:10+08:00' }, now).amount).toBe(1)
  })
})
