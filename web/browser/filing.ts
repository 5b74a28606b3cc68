import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { PAGE } from './mediating'
import { pagesOf } from './pdf'
import { texts } from './texts'
import { BASE, violations, type Language } from './world'

/** What a page has made: its name as it would be saved, and its bytes. */
export async function made(page: Page, save: string): Promise<{ name: string; bytes: Buffer }> {
  const link = page.getByRole('link', { name: save })
  await link.waitFor()
  const download = page.waitForEvent('download')
  await link.click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

type Paper = keyof (typeof texts)['zh']['matter']['paper']

/** The papers that are missing come in as scans. */
export async function scan(page: Page, language: Language, id: string, papers: readonly Paper[]): Promise<void> {
  await page.goto(`${BASE}/matters/${id}/dossier`)
  for (const paper of papers) {
    const missing = page.getByRole('group', { name: texts[language].dossier.scanOf.replace('{name}', texts[language].matter.paper[paper] ?? '') })
    await missing.locator('input[type=file]').setInputFiles({ ...PAGE, name: `${paper}.png` })
    await missing.waitFor({ state: 'detached' })
  }
}

/** Files the dossier, borrows it, opens its PDF and gives it back. @returns the text of each page */
export async function filed(page: Page, language: Language, id: string): Promise<string[]> {
  const { dossier } = texts[language]
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
  const { bytes } = await made(page, dossier.save)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: dossier.giveBack }).click()
  await page.getByText(dossier.returned).waitFor()
  return pagesOf(bytes)
}

/** A volume reads in Chinese from the cover to the back, and each page between them bears its number. */
export function expectVolume(pages: string[], told: readonly string[]): void {
  const [cover, contents] = pages
  expect(cover).toContain('人民调解卷宗')
  expect(contents).toContain('卷 内 目 录')
  expect(pages.at(-1)).toContain('卷 内 备 考 表')
  const body = pages.slice(2, -1)
  expect(cover).toContain(`共 ${body.length} 页`)
  body.forEach((text, i) => expect(text.trim().split('\n').at(-1), `page ${i + 1}`).toBe(String(i + 1)))
  for (const words of told) expect(pages.join('\n')).toContain(words)
}
