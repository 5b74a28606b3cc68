import { describe, expect, it } from 'vitest'
import { day, fromLocalField, isoDay, moment, shortMoment } from './dates'
import { groupedCode } from './code'
import { fileSize, yuan } from './numbers'
import { holderOf } from './subject'

describe('dates', () => {
  it('are told in Asia/Shanghai, whatever the machine thinks', () => {
    expect(moment('2026-11-23T06:05:00Z', 'zh')).toBe('2026年11月23日 14:05')
    expect(day('2026-11-23T20:05:00Z', 'en')).toBe('24 Nov 2026')
  })

  it('of today are short', () => {
    const now = Date.parse('2026-11-23T06:05:00Z')
    expect(shortMoment('2026-11-23T01:00:00Z', now)).toBe('09:00')
    expect(shortMoment('2026-11-20T01:00:00Z', now)).toBe('11-20 09:00')
    expect(shortMoment('2025-11-20T01:00:00Z', now)).toBe('2025-11-20')
  })

  it('typed at the desk are Shanghai time', () => {
    expect(fromLocalField('2026-11-23T14:05')).toBe('2026-11-23T06:05:00.000Z')
    expect(isoDay(Date.parse('2026-11-23T17:00:00Z'))).toBe('2026-11-24')
  })
})

describe('a matter code', () => {
  it('is read in groups', () => {
    expect(groupedCode('62012320261123400017K')).toBe('620123 20261123 4 00017 K')
  })

  it('of another form stays as it is', () => {
    expect(groupedCode('ABC')).toBe('ABC')
  })
})

describe('numbers', () => {
  it('money has two decimals and thousands', () => {
    expect(yuan(2480000)).toBe('¥2,480,000.00')
  })

  it('file sizes are for people', () => {
    expect([fileSize(10), fileSize(348160), fileSize(2_202_010)]).toEqual(['1 KB', '340 KB', '2.1 MB'])
  })
})

describe('the subject of a certificate', () => {
  it('is read without the marks of its parts', () => {
    expect(holderOf('CN=榆中县人民调解委员会')).toBe('榆中县人民调解委员会')
    expect(holderOf('CN=演示CA,O=Hejie Demo')).toBe('演示CA · Hejie Demo')
  })
})
