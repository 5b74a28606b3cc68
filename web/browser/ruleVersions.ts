import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, DIALOG, at, leave, violations, type Language } from './world'

/** Instead of a time from which it holds. */
export const AT_ONCE = 'at once'

/** Takes one step of a version, with a word why; the page behind the dialog has been looked at. */
export async function step(page: Page, language: Language, name: 'submission' | 'approval' | 'withdrawal', effectiveAt?: string): Promise<void> {
  const { rules } = texts[language]
  await page.locator('.bar').getByRole('button', { name: rules.move[name], exact: true }).click()
  const dialog = page.getByRole('dialog')
  if (effectiveAt === AT_ONCE) await dialog.getByLabel(rules.move.atOnce).check()
  else if (effectiveAt) await dialog.getByLabel(rules.move.effectiveAt).fill(effectiveAt)
  await dialog.getByLabel(rules.move.reason).fill('换由中心牵头')
  expect(await violations(page, { within: DIALOG })).toEqual([])
  await dialog.getByRole('button', { name: rules.move[name], exact: true }).click()
}

/** Saves the draft and waits until it is checked again. */
export async function save(page: Page, language: Language): Promise<void> {
  const { rules } = texts[language]
  const read = page.waitForResponse((answer) => answer.request().method() === 'GET' && /\/rule-versions\/\d+$/.test(new URL(answer.url()).pathname))
  await page.getByRole('button', { name: rules.save }).click()
  await read
}

/** A minute of the next hour, as the field of local time in the county has it. */
export const soon = (minutes: number): string => new Date(Date.now() + 8 * 3_600_000 + minutes * 60_000).toISOString().slice(0, 16)

/** Gives up what a walk that broke off left open. */
export async function clear(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
    const { items } = (await (await fetch('/api/v1/rules')).json()) as { items: Record<'open' | 'coming', { id: number; state: string }[]>[] }
    for (const open of items.flatMap((set) => [...set.open, ...set.coming])) {
      const [what, body] = open.state === 'DRAFT' ? ['discarding', undefined] : ['withdrawal', JSON.stringify({ reason: 'left open' })]
      await fetch(`/api/v1/rule-versions/${open.id}/${what}`, { method: 'POST', headers: { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json' }, body })
    }
  })
}

/** Hands it on, lets a second person approve it for later, and gives it up again. */
export async function approved(director: Page, language: Language): Promise<void> {
  const { rules } = texts[language]
  await step(director, language, 'submission')
  await director.locator('.bar').getByRole('button', { name: rules.move.approval }).waitFor()
  const committee = await at('COMMITTEE', language)
  await committee.goto(director.url())
  await committee.locator('.bar').getByRole('button', { name: rules.move.approval, exact: true }).waitFor()
  expect(await violations(committee)).toEqual([])
  await step(committee, language, 'approval', soon(30))
  await committee.getByRole('dialog').waitFor({ state: 'detached' })
  await committee.goto(`${BASE}/rules`)
  await committee.locator('.told').first().waitFor()
  await clear(director)
  await leave(director, committee)
}
