import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { csv } from './sheet'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

async function picture(page: Page, name: string): Promise<void> {
  if (process.env.HEJIE_PICTURES) await page.screenshot({ path: `${process.env.HEJIE_PICTURES}/${name}.png`, fullPage: true })
}
/** Opens the first claim of a state, the flagged one where asked. */
async function first(page: Page, state: string, flagged?: string): Promise<void> {
  await page.goto(`${BASE}/subsidies?state=${state}`)
  const rows = page.locator('table tbody tr')
  await rows.first().waitFor()
  await (flagged ? rows.filter({ hasText: flagged }) : rows).first().locator('a').first().click()
  await page.waitForURL(/\/subsidies\/\d+$/)
  await page.locator('b.state').waitFor()
}

describe('the subsidy by case', () => {
  it.each(['zh', 'en'] as const)('goes from the claim to the payment, in %s', { timeout: 240_000 }, async (language) => {
    const { subsidy } = texts[language]

    // The mediator claims; the points come with their reasons.
    const mediator = await at('MEDIATOR', language, '/subsidies/claim')
    await mediator.locator('ul.claimable li').first().waitFor()
    expect(await violations(mediator)).toEqual([])
    await picture(mediator, `subsidy-claimable-${language}`)
    await mediator.locator('ul.claimable button').first().click()
    await mediator.waitForURL(/\/subsidies\/\d+$/)
    await mediator.getByText(subsidy.mark.NOT_BOUND).first().waitFor()
    expect(await mediator.getByRole('button', { name: subsidy.pass, exact: true }).count()).toBe(0)
    expect(await violations(mediator)).toEqual([])
    await picture(mediator, `subsidy-claim-${language}`)
    await leave(mediator)

    // What may be a split dispute is passed with a reason.
    const town = await at('TOWN_DIRECTOR', language)
    await first(town, 'CLAIMED', subsidy.flagged)
    await town.getByText(subsidy.reason.SAME_PARTIES).first().waitFor()
    await town.getByRole('button', { name: subsidy.pass, exact: true }).first().click()
    const dialog = town.getByRole('dialog')
    await dialog.getByLabel(subsidy.why).fill('两案当事人不同，已核对身份')
    expect(await violations(town)).toEqual([])
    await dialog.getByRole('button', { name: subsidy.pass, exact: true }).click()
    await town.locator('b.state').filter({ hasText: subsidy.state.CHECKED }).waitFor()
    const checked = town.url()
    await leave(town)

    // The county decides, publishes and may not pay yet.
    const county = await at('CENTER_DIRECTOR', language)
    await county.goto(checked)
    await county.getByRole('button', { name: subsidy.pass, exact: true }).first().click()
    await county.getByRole('dialog').getByLabel(subsidy.why).fill('已核对')
    await county.getByRole('dialog').getByRole('button', { name: subsidy.pass, exact: true }).click()
    await county.locator('b.state').filter({ hasText: subsidy.state.APPROVED }).waitFor()
    await county.goto(`${BASE}/subsidies`)
    await county.locator('ul.sums a').first().waitFor()
    expect(await violations(county)).toEqual([])
    await picture(county, `subsidies-${language}`)
    await county.goto(`${BASE}/subsidies/lists`)
    await county.getByRole('button', { name: subsidy.publish }).click()
    await county.waitForURL(/\/subsidies\/lists\/\d+$/)
    await county.locator('article.paper tbody tr').first().waitFor()
    expect(await violations(county)).toEqual([])
    await picture(county, `subsidy-list-${language}`)
    await county.getByRole('button', { name: subsidy.batch }).click()
    await county.getByRole('alert').waitFor()

    // An earlier list has its batch; a wrong sheet is refused by the row.
    await first(county, 'IN_BATCH')
    const claim = /\d+$/.exec(county.url())?.[0] ?? ''
    await county.goto(`${BASE}/subsidies/lists`)
    await county.locator('section.panel li').filter({ hasText: subsidy.over }).first().locator('a').click()
    const file = county.locator('form.take input[type=file]')
    await file.setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: csv([['编号', '支付日期'], ['1', '2026-01-05']]) })
    await county.getByRole('button', { name: subsidy.sendPaid }).click()
    await county.getByRole('alert').filter({ hasText: subsidy.rowN.replace('{n}', '1') }).waitFor()
    await file.setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: csv([['编号', '支付日期'], [claim, '2026-01-05']]) })
    await county.getByRole('button', { name: subsidy.sendPaid }).click()
    await county.getByRole('status').filter({ hasText: subsidy.paidMarked.replace('{n}', '1') }).waitFor()
    expect(await violations(county)).toEqual([])
    await leave(county)
  })
})
