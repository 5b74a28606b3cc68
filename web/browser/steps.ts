import type { Page } from 'playwright-core'
import { BASE } from './world'

/** Opens a matter by its code, as anybody at the desk does. */
export async function openByCode(page: Page, code: string): Promise<void> {
  await page.goto(`${BASE}/matters?bucket=all&q=${code}`)
  await page.locator('tbody a.open').first().click()
  await page.locator('h1').first().waitFor()
}

/** Does one action of the matter on the page: its button, what the dialog asks, the dialog's own button. */
export async function act(page: Page, name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {}): Promise<void> {
  await page.locator('.actions').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.waitForLoadState('networkidle')
}
