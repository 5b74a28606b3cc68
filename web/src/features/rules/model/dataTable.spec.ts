import { describe, expect, it } from 'vitest'
import { readCsv, readYear, writeCsv, writeYear } from './dataTable'

describe('a table of rules', () => {
  it('writes a cell with a comma as it was read', () => {
    const text = 'code,zh,successor\n01,"甲,""乙""",\n'
    expect(readCsv(text).rows).toEqual([['01', '甲,"乙"', '']])
    expect(writeCsv(readCsv(text))).toBe(text)
  })

  it('gives categories a column for the successor', () => {
    expect(readCsv('code,valid_to\n01,\n')).toEqual({ columns: ['code', 'valid_to', 'successor'], rows: [['01', '', '']] })
  })

  it('gives hours no such column', () => {
    expect(readCsv('schedule,name\ncounty,甲\n').columns).toEqual(['schedule', 'name'])
  })

  it('writes a year as it was read', () => {
    const year = {
      year: 2027,
      papers: ['https://example.org/paper'],
      holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
      makeUpDays: [{ name: '春节', on: '2027-01-31' }],
    }
    const table = readYear(JSON.stringify(year))
    expect(JSON.parse(writeYear(2027, table ?? { columns: [], rows: [] }))).toEqual(year)
  })

  it('leaves a text alone that is no year', () => {
    expect(readYear('{')).toBeUndefined()
  })
})
