import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { Desk } from './steps'
import { texts } from './texts'
import { BASE, closeBrowser, openBrowser, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const PHOTO = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
}

const SAID = {
  zh: { facts: '楼道里堆满杂物，老人进出不方便。希望清理干净。', group: '邻里', kind: '公共部位', town: '和平镇', place: '和平小区二号楼', name: '演示居民' },
  en: { facts: 'The stairway is full of rubbish and old people cannot pass. Please have it cleared.', group: 'Neighbours', kind: 'Shared parts of buildings', town: 'Heping Town (和平镇)', place: 'Heping estate, building 2', name: 'Demo Resident' },
}

/** Answers the questions one by one; gives the two codes of the receipt. */
async function report(phone: Page, language: Language): Promise<{ code: string; queryCode: string }> {
  const { common, resident } = texts[language]
  const said = SAID[language]
  const next = (): Promise<void> => phone.getByRole('button', { name: common.next }).click()
  await phone.goto(`${BASE}/r`)
  expect(await violations(phone)).toEqual([])
  await phone.getByRole('link', { name: resident.start.report }).click()
  await phone.getByRole('textbox').fill(said.facts)
  await next()
  await phone.getByText(said.group, { exact: true }).click()
  await phone.getByRole('radio', { name: said.kind }).check()
  expect(await violations(phone)).toEqual([])
  await next()
  await phone.getByLabel(resident.report.town).selectOption({ label: said.town })
  await phone.getByLabel(resident.report.place).fill(said.place)
  await phone.getByRole('button', { name: resident.report.locate }).click()
  await phone.getByText(resident.report.located).waitFor()
  await next()
  await phone.locator('input[type=file]').setInputFiles(PHOTO)
  await phone.getByRole('img').first().waitFor()
  await next()
  await phone.getByLabel(resident.report.name).fill(said.name)
  await phone.getByLabel(resident.report.phone).fill('13900001111')
  await next()
  expect(await violations(phone)).toEqual([])
  await phone.getByRole('button', { name: resident.report.submit }).click()
  await phone.getByText(resident.receipt.title).waitFor()
  expect(await violations(phone)).toEqual([])
  const [code = '', queryCode = ''] = (await phone.locator('.code').allTextContents()).map((one) => one.replace(/\s/g, ''))
  return { code, queryCode }
}

async function follow(phone: Page, language: Language, codes: { code: string; queryCode: string }): Promise<void> {
  const { resident } = texts[language]
  await phone.goto(`${BASE}/r/follow`)
  await phone.getByLabel(resident.follow.code, { exact: true }).fill(codes.code)
  await phone.getByLabel(resident.follow.query).fill(codes.queryCode)
  await phone.getByRole('button', { name: resident.follow.submit }).click()
  await phone.getByRole('heading', { name: resident.mine.title }).waitFor()
}

describe('a resident', () => {
  it.each(['zh', 'en'] as const)('reports, follows, adds, evaluates, and the matter reaches the archive, in %s', async (language) => {
    const { common, resident } = texts[language]
    const phone = await visitor('phone', language)
    const codes = await report(phone, language)

    await phone.getByRole('button', { name: common.largePrint }).click()
    await follow(phone, language, codes)
    expect(await violations(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.getByRole('button', { name: resident.mine.add }).click()
    await phone.getByLabel(resident.mine.text).fill(SAID[language].facts)
    await phone.locator('input[type=file]').setInputFiles(PHOTO)
    await phone.getByRole('button', { name: resident.mine.send }).click()
    await phone.getByText(resident.mine.sent).waitFor()

    const desk = await Desk.open(language)
    await desk.handle(codes.code)

    await follow(phone, language, codes)
    await phone.getByRole('button', { name: resident.mine.evaluate }).click()
    await phone.getByRole('radio', { name: resident.mine.levels.SATISFIED, exact: true }).check()
    expect(await violations(phone)).toEqual([])
    await phone.getByRole('button', { name: resident.mine.send }).click()
    await phone.getByText(resident.mine.thanks).waitFor()

    await desk.archive(codes.code)
    await desk.close()
  })
})
