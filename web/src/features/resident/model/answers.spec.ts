import { beforeEach, describe, expect, it } from 'vitest'
import { answers, complaintsOf, forgetAnswers, reportOf } from './answers'

beforeEach(forgetAnswers)

describe('a question', () => {
  it('without an answer says what is missing', () => {
    expect(complaintsOf('what', answers)).toEqual({ facts: 'whatMissing' })
    expect(complaintsOf('where', answers)).toEqual({ town: 'townMissing', place: 'placeMissing' })
    expect(complaintsOf('who', answers)).toEqual({ name: 'nameMissing', phone: 'phoneMissing' })
  })

  it('says that a text is too long instead of cutting it', () => {
    expect(complaintsOf('what', { ...answers, facts: '长'.repeat(8001) })).toEqual({ facts: 'whatLong' })
  })

  it('takes a mobile, a landline and a foreign number', () => {
    for (const phone of ['138 0000 1234', '0931-5221234', '+8613800001234']) {
      expect(complaintsOf('who', { ...answers, name: '某', phone })).toEqual({})
    }
  })

  it('does not take a number that is too short', () => {
    expect(complaintsOf('who', { ...answers, name: '某', phone: '12345' })).toEqual({ phone: 'phoneWrong' })
  })

  it('about photos may be left unanswered', () => {
    expect(complaintsOf('photo', answers)).toEqual({})
  })
})

describe('the report', () => {
  it('names the village when one is chosen, else the town', () => {
    const given = { ...answers, facts: '邻居家的水流到我家。', town: '620123104', place: '三组' }
    expect(reportOf(given)).toMatchObject({ place: { areaCode: '620123104' } })
    expect(reportOf({ ...given, village: '620123104201' })).toMatchObject({ place: { areaCode: '620123104201' } })
  })

  it('sends no position unless one was given', () => {
    expect(reportOf(answers).place).not.toHaveProperty('lon')
  })
})
