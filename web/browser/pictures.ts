import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { smallPng } from './palette'
import { BASE, closeBrowser, openBrowser, signIn, visitor, type Language } from './world'

// Takes the pictures of docs/screenshots from a running demo county: npm run pictures.

beforeAll(openBrowser)
afterAll(closeBrowser)

const FOLDER = '../docs/screenshots'

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy=true]'))
  await page.waitForTimeout(1500)
  const png = await smallPng(page)
  expect(png.length).toBeLessThan(200_000)
  writeFileSync(`${FOLDER}/${name}.png`, png)
}

/** The ids of matters found by these words. */
async function found(page: Page, words: string): Promise<number[]> {
  await page.goto(`${BASE}/matters?bucket=all&q=${encodeURIComponent(words)}`)
  await page.locator('tbody a.open').first().waitFor()
  return page.locator('tbody a.open').evaluateAll((all) => all.map((one) => Number(/\d+$/.exec(one.getAttribute('href') ?? '')?.[0])))
}

/** The agreement that is drawn and not signed yet, of a mediation on the page. */
const draftOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const links = [...document.querySelectorAll('#content a[href^="/mediations/"]')].map((one) => /^\/mediations\/(\d+)$/.exec(one.getAttribute('href') ?? '')?.[1])
    for (const id of links.filter((one) => one !== undefined)) {
      const mediation = (await (await fetch(`/api/v1/mediations/${id}`)).json()) as { agreements: { id: number; state: string }[] }
      const draft = mediation.agreements.find((one) => one.state === 'DRAFT')
      if (draft) return draft.id
    }
    throw new Error('no agreement is in draft')
  })

async function desk(role: string, language: Language): Promise<Page> {
  const page = await visitor('desk', language)
  await signIn(page, role)
  return page
}

describe('the pictures of the documents', () => {
  it.each(['zh', 'en'] as const)('show the desk, in %s', async (language) => {
    const page = await desk('DISPATCHER', language)
    await page.goto(`${BASE}/matters?bucket=toDispatch`)
    await page.locator('.suggested').first().waitFor()
    await page.keyboard.press('j')
    await picture(page, `worklist-${language}`)
    const alike = await found(page, '广场音响')
    await page.goto(`${BASE}/twins/review?ids=${alike.slice(0, 2).join(',')}`)
    await page.locator('.differs').first().waitFor()
    await picture(page, `twins-${language}`)
    const map = page.waitForResponse(/grids\.geojson/)
    await page.goto(`${BASE}/matters/${alike[0]}`)
    await page.locator('.head h1').waitFor()
    await map
    await page.locator('.map canvas').first().waitFor()
    await picture(page, `matter-${language}`)
    await page.goto(`${BASE}/morning`)
    await page.locator('#content h1').waitFor()
    await picture(page, `morning-${language}`)
    await page.goto(`${BASE}/rules`)
    await page.locator('#content h1').waitFor()
    await page.locator('a[href^="/rules/versions/"]').first().click()
    await page.locator('#content table').first().waitFor()
    await picture(page, `rules-${language}`)
    await page.context().close()
  })

  it.each(['zh', 'en'] as const)('show the mediator and the partners, in %s', async (language) => {
    const mediator = await desk('MEDIATOR', language)
    await mediator.goto(`${BASE}/mediations`)
    await mediator.locator('#content tbody a[href^="/mediations/"]').first().waitFor()
    await mediator.goto(`${BASE}/agreements/${await draftOf(mediator)}/edit`)
    await mediator.locator('#content form textarea').first().waitFor()
    await picture(mediator, `agreement-${language}`)
    await mediator.context().close()
    const page = await desk('DISPATCHER', language)
    await page.goto(`${BASE}/partners`)
    await page.locator('#content a[href^="/partners/referrals/"]').first().waitFor()
    await picture(page, `partners-${language}`)
    await page.context().close()
  })

  it.each(['zh', 'en'] as const)('show a phone, in %s', async (language) => {
    const page = await visitor('phone', language)
    await signIn(page, 'TOWN_CLERK')
    await picture(page, `home-phone-${language}`)
    await page.goto(`${BASE}/r`)
    await page.locator('h1').first().waitFor()
    await picture(page, `resident-phone-${language}`)
    await page.context().close()
  })
})
