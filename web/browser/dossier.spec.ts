import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { Desk, openByCode, registerByKeyboard } from './steps'
import { texts } from './texts'
import { BASE, closeBrowser, openBrowser, signIn, violations, visitor, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** A white page of one pixel. */
const SCAN = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC', 'base64')

async function registered(language: Language, category: string): Promise<string> {
  const page = await visitor('desk', language)
  await signIn(page, 'WINDOW')
  const code = await registerByKeyboard(page, category)
  await page.context().close()
  return code.replace(/\s/g, '')
}

/** The first bytes of a file the page has made, and its name as it would be saved. */
async function made(page: Page, save: string): Promise<{ name: string; head: string }> {
  const link = page.getByRole('link', { name: save })
  await link.waitFor()
  const download = page.waitForEvent('download')
  await link.click()
  const file = await download
  return { name: file.suggestedFilename(), head: readFileSync(await file.path()).subarray(0, 5).toString('latin1') }
}

const idOf = (page: Page): string => /\/matters\/(\d+)/.exec(page.url())?.[1] ?? ''

/** Nothing sticks out of the screen. */
const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

describe('the papers of a matter', () => {
  it.each([
    ['zh', '噪声'],
    ['en', 'Noise'],
  ] as const)('are printed, come back as scans, are bound, borrowed and given back, in %s', { timeout: 240_000 }, async (language, category) => {
    const { dossier, matter } = texts[language]
    const code = await registered(language, category)
    const desk = await Desk.open(language)

    // Before it is closed, nothing is filed, and the page says why.
    const page = desk.dispatcher
    await openByCode(page, code)
    const id = idOf(page)
    await page.getByRole('link', { name: matter.dossier, exact: true }).click()
    await page.getByText(dossier.refusal.DOSSIER_OPEN ?? '').waitFor()
    expect(await page.getByRole('button', { name: dossier.file }).isDisabled()).toBe(true)
    expect(await violations(page)).toEqual([])
    await desk.handle(code)

    // A paper is filled in and printed twice, masked and in full.
    await page.goto(`${BASE}/matters/${id}/papers`)
    const card = page.locator('li.panel').filter({ has: page.getByRole('heading', { name: matter.paper['closing-report'] ?? '' }) })
    await card.waitFor()
    expect(await violations(page)).toEqual([])
    await card.getByRole('link', { name: dossier.fill }).click()
    await page.getByRole('textbox').first().fill('已会同物业清理，双方认可。')
    await page.getByRole('button', { name: dossier.printPdf }).click()
    expect(await made(page, dossier.save)).toEqual({ name: `结案报告表-${code}-1.pdf`, head: '%PDF-' })
    await page.getByLabel(dossier.full).check()
    await page.getByRole('button', { name: dossier.takeWord }).click()
    expect((await made(page, dossier.save)).name).toBe(`结案报告表-${code}-2.docx`)
    expect(await violations(page)).toEqual([])

    // Signed, it comes back as a scan.
    await page.goto(`${BASE}/matters/${id}/papers`)
    await card.locator('input[type=file]').setInputFiles({ name: '结案报告表.png', mimeType: 'image/png', buffer: SCAN })
    await card.getByRole('link', { name: '结案报告表.png' }).waitFor()

    // The dossier is filed, borrowed, opened and given back.
    await page.goto(`${BASE}/matters/${id}/dossier`)
    await page.getByRole('button', { name: dossier.file }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(dossier.note).fill('一份。')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: dossier.file }).click()
    await page.getByText(dossier.noLoans).waitFor()
    await page.getByRole('button', { name: dossier.borrow }).click()
    await dialog.getByLabel(dossier.purpose).fill('评查')
    await dialog.getByRole('button', { name: dossier.borrow }).click()
    await page.getByRole('button', { name: dossier.openPdf }).click()
    expect((await made(page, dossier.save)).head).toBe('%PDF-')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: dossier.giveBack }).click()
    await page.getByText(dossier.returned).waitFor()

    for (const path of ['papers', 'papers/agreement', 'dossier']) {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${BASE}/matters/${id}/${path}`)
      expect(await violations(page)).toEqual([])
      expect(await fits(page)).toBe(true)
    }
    await desk.close()
  })
})
