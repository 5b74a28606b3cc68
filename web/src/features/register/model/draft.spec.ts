import { describe, expect, it } from 'vitest'
import { emptyDraft, requestOf, titleOf, twinRequestOf } from './draft'

describe('the title', () => {
  it('is the first sentence', () => {
    expect(titleOf('楼上夜间施工。已经三天了。')).toBe('楼上夜间施工')
  })

  it('is cut when long', () => {
    expect(titleOf('长'.repeat(60))).toHaveLength(40)
  })
})

describe('the request', () => {
  it('leaves out what was not typed', () => {
    const draft = { ...emptyDraft(), facts: '楼上夜间施工。', categoryCode: '0202', town: '620123104', place: '和平小区' }
    expect(requestOf(draft)).toEqual({
      line: 'WINDOW',
      title: '楼上夜间施工',
      facts: '楼上夜间施工。',
      categoryCode: '0202',
      place: { text: '和平小区', areaCode: '620123104' },
      parties: [],
    })
  })

  it('tells the true time of a back entry in UTC', () => {
    const draft = { ...emptyDraft(), backEntry: true, reportedAt: '2026-11-23T09:10' }
    expect(requestOf(draft)).toMatchObject({ backEntry: true, reportedAt: '2026-11-23T01:10:00.000Z' })
  })

  it('tells why a back entry comes so late, and nothing once it is none', () => {
    const draft = { ...emptyDraft(), backEntry: true, reportedAt: '2026-11-02T09:10', backEntryReason: ' 停电 ' }
    expect(requestOf(draft)).toMatchObject({ backEntryReason: '停电' })
    expect(requestOf({ ...draft, backEntry: false })).not.toHaveProperty('backEntryReason')
  })

  it('tells what endangers somebody', () => {
    expect(requestOf({ ...emptyDraft(), safety: ['WEAPON', 'INJURY'] })).toMatchObject({ safety: ['WEAPON', 'INJURY'] })
  })

  it('stores the letter of a document number in capitals', () => {
    const draft = emptyDraft()
    draft.applicant = { ...draft.applicant, name: '测试', documentNumber: '11010519491231002x' }
    expect(requestOf(draft)).toMatchObject({ parties: [{ documentNumber: '11010519491231002X' }] })
  })
})

describe('the look for what is known already', () => {
  it('takes the beginning of a text that is too long', () => {
    const draft = { ...emptyDraft(), facts: '长'.repeat(9000) }
    expect((twinRequestOf(draft)?.facts as string).length).toBe(8000)
  })
})
