import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { texts } from './texts'
import { BASE, at, leave, violations, type Language } from './world'

export type Action = keyof (typeof texts)['zh']['words']['action']

/** Opens a matter by its code, or by words of it, as anybody at the desk does. */
export async function openByCode(page: Page, code: string): Promise<void> {
  await page.goto(`${BASE}/matters?bucket=all&q=${encodeURIComponent(code)}`)
  await page.locator('tbody a.open').first().click()
  await page.locator('.head h1').waitFor()
}

/** Registers a trouble at the window without touching the mouse; the code on its slip. */
export async function registerByKeyboard(page: Page, category: string): Promise<string> {
  await page.goto(`${BASE}/register`)
  await page.locator('fieldset input').first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('演示来访人')
  for (let n = 0; n < 3; n++) await page.keyboard.press('Tab')
  await page.keyboard.type('13900002222')
  await page.keyboard.press('Tab')
  await page.keyboard.type('楼上夜间施工，影响休息。')
  await page.keyboard.press('Tab')
  await page.keyboard.type(category)
  await page.locator('[role=option]').first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('和平小区二号楼')
  await page.keyboard.press('Control+Enter')
  await page.locator('.slip .code').first().waitFor()
  expect(await violations(page)).toEqual([])
  return (await page.locator('.slip .code').first().textContent()) ?? ''
}

/** Does one action of the matter on the page: its button, what the dialog asks, the dialog's own button; then the matter is read anew. */
export async function act(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.locator('.actions').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  const read = page.waitForResponse((answer) => answer.request().method() === 'GET' && /\/matters\/\d+$/.test(new URL(answer.url()).pathname))
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await read
}

/** Does one deed on a referral: its button, what the dialog asks, the dialog's own button. */
export async function deed(page: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page.locator('.deeds').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await fill(dialog)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The people at the desk who bring a matter to its end, all reading one language. */
export class Desk {
  private constructor(
    readonly language: Language,
    readonly dispatcher: Page,
    readonly clerk: Page,
    readonly director: Page,
    private readonly town: string,
  ) {}

  static async open(language: Language): Promise<Desk> {
    const [dispatcher, clerk, director] = await Promise.all(
      [at('DISPATCHER', language), at('TOWN_CLERK', language, '/'), at('CENTER_DIRECTOR', language)],
    )
    const place = (await clerk.locator('.page-head .soft').first().textContent()) ?? ''
    return new Desk(language, dispatcher, clerk, director, place.split(' · ')[0] ?? '')
  }

  /** From registration to the visit after closing; the pages on the way have no barrier. @param written whether with a written agreement */
  async handle(code: string, written = false): Promise<void> {
    const { matter } = texts[this.language]
    await openByCode(this.dispatcher, code)
    expect(await violations(this.dispatcher)).toEqual([])
    if (await this.button('ACCEPT').isVisible()) await this.act(this.dispatcher, 'ACCEPT')
    await this.act(this.dispatcher, 'DISPATCH', async (dialog) => {
      await dialog.getByLabel(matter.field.leadUnitId).fill(this.town)
      await dialog.getByRole('option', { name: this.town }).first().click()
      expect(await violations(this.dispatcher)).toEqual([])
    })

    await openByCode(this.clerk, code)
    await this.act(this.clerk, 'SIGN')
    await this.act(this.clerk, 'SUBMIT_RESULT', async (dialog) => {
      await dialog.getByLabel(matter.field.resultKind).selectOption(written ? 'AGREEMENT_WRITTEN' : 'EXPLAINED')
      await dialog.getByLabel(matter.field.opinion).fill('已会同物业清理完毕，居民认可。')
      await dialog.getByLabel(matter.field.resolved).check()
    })

    await openByCode(this.director, code)
    await this.act(this.director, 'CHECK_PASS')

    await openByCode(this.dispatcher, code)
    await this.act(this.dispatcher, 'VISIT', async (dialog) => {
      const day = dialog.getByLabel(matter.field.doneOn)
      await day.fill((await day.getAttribute('max')) ?? '')
      await dialog.getByLabel(matter.field.mode).selectOption(written ? 'FACE_TO_FACE' : 'PHONE')
      await dialog.getByLabel(matter.field.satisfaction).selectOption('SATISFIED')
    })
  }

  /** Puts the matter into the archive and reads its last status. */
  async archive(code: string): Promise<void> {
    await openByCode(this.dispatcher, code)
    await this.act(this.dispatcher, 'ARCHIVE')
    await this.dispatcher.locator('.head .status', { hasText: texts[this.language].words.status.ARCHIVED }).waitFor()
    expect(await violations(this.dispatcher)).toEqual([])
  }

  async close(): Promise<void> {
    await leave(this.dispatcher, this.clerk, this.director)
  }

  private act(page: Page, action: Action, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
    return act(page, texts[this.language].words.action[action], fill)
  }

  private button(action: Action): Locator {
    return this.dispatcher.locator('.actions').getByRole('button', { name: texts[this.language].words.action[action], exact: true })
  }
}
