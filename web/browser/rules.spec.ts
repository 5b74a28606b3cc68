import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { AT_ONCE, approved, clear, save, soon, step } from './ruleVersions'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations, type Language } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Registers wage arrears as the desk does, and tells what the rules suggest. */
async function suggested(page: Page): Promise<{ target: string; rulesVersion: number }> {
  return page.evaluate(async () => {
    const token = decodeURIComponent(document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
    const body = {
      line: 'WINDOW', title: '工地欠薪', facts: '三名工人两个月工资未付。', categoryCode: '0401', place: { areaCode: '620123104' }, people: 3,
      parties: [{ role: 'APPLICANT', kind: 'PERSON', name: '王小民' }], documentIds: [],
    }
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token, 'Idempotency-Key': crypto.randomUUID() }
    const made = await (await fetch('/api/v1/matters', { method: 'POST', headers, body: JSON.stringify(body) })).json()
    return (await fetch(`/api/v1/matters/${made.id}/suggestion`)).json()
  })
}

/** Opens the first group of a trial by the keyboard, down to a matter, and comes back to the version. */
async function opensMatters(page: Page, language: Language): Promise<void> {
  const { rules } = texts[language]
  const group = page.locator('section[aria-labelledby=trial] .groups a').first()
  await group.waitFor()
  expect(await violations(page)).toEqual([])
  const counted = Number((await group.locator('.num').textContent())?.replace(/\D/g, ''))
  await group.press('Enter')
  const rows = page.locator('.worklist tbody tr')
  await rows.first().waitFor()
  expect(new URL(page.url()).searchParams.get('group')).toBeTruthy()
  expect(await rows.count()).toBe(Math.min(counted, 50))
  expect(await rows.first().textContent()).toContain('R16')
  expect(await violations(page)).toEqual([])
  const version = page.getByRole('link', { name: rules.trial.list.back })
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/matters\/\d+$/)
  await page.goBack()
  await version.click()
}

describe('the routing tables', () => {
  it.each(['zh', 'en'] as const)('are changed by two people, in %s', async (language) => {
    const { rules } = texts[language]
    const director = await at('CENTER_DIRECTOR', language)
    await clear(director)
    await director.goto(`${BASE}/rules`)
    await director.getByRole('button', { name: rules.draft }).first().waitFor()
    expect(await violations(director)).toEqual([])
    const routing = director.getByRole('region', { name: language === 'zh' ? '分流规则' : 'Routing rules' })
    await routing.getByRole('button', { name: rules.draft }).click()
    await director.getByLabel(rules.why).fill('欠薪改由中心牵头')
    await director.getByRole('dialog').getByRole('button', { name: rules.draft }).click()

    // a row without an outcome is an error, and the draft cannot be handed on
    await director.getByRole('button', { name: rules.sheet.addBelow.replace('{id}', 'R16') }).click()
    const dialog = director.getByRole('dialog')
    expect(await violations(director)).toEqual([])
    await dialog.getByRole('button', { name: rules.row.take, exact: true }).click()
    await save(director, language)
    await director.getByText('R52').first().waitFor()
    await director.locator('.findings .ERROR').first().waitFor()
    expect(await violations(director)).toEqual([])
    expect(await director.locator('.bar').getByRole('button', { name: rules.move.submission }).isDisabled()).toBe(true)

    // mended: the row goes, and wages go elsewhere
    await director.getByRole('button', { name: rules.sheet.remove.replace('{id}', 'R52') }).click()
    await director.getByRole('button', { name: rules.sheet.editRow.replace('{id}', 'R16') }).click()
    const outcome = dialog.getByLabel(rules.decision.UNIT)
    await outcome.fill(language === 'zh' ? '县综治中心' : 'Justice Bureau')
    await outcome.press('Enter')
    await dialog.getByRole('button', { name: rules.row.take, exact: true }).click()
    await save(director, language)
    await expect.poll(() => director.locator('.findings .ERROR').count(), { timeout: 20_000 }).toBe(0)

    await director.getByRole('button', { name: rules.trial.run }).click()
    await director.locator('section[aria-labelledby=trial] .groups a').first().waitFor()
    expect(await violations(director)).toEqual([])
    await step(director, language, 'submission')
    await director.locator('.bar').getByRole('button', { name: rules.move.approval }).waitFor()

    // nobody approves his own
    await step(director, language, 'approval', soon(30))
    await director.getByRole('dialog').getByRole('alert').waitFor()

    const committee = await at('COMMITTEE', language)
    await committee.goto(director.url())
    await committee.getByRole('button', { name: rules.move.approval, exact: true }).waitFor()
    // who approves sees what was tried, down to the matters, without a second run
    await opensMatters(committee, language)
    await step(committee, language, 'approval', language === 'zh' ? AT_ONCE : soon(30))
    await committee.getByRole('dialog').waitFor({ state: 'detached' })
    const number = Number(/\d+/.exec((await committee.locator('h1').textContent()) ?? '')?.[0])
    await committee.goto(`${BASE}/rules`)
    await committee.getByRole('region', { name: language === 'zh' ? '分流规则' : 'Routing rules' }).waitFor()
    if (language === 'en') await committee.locator('.told').first().waitFor()
    expect(await violations(committee)).toEqual([])
    if (language === 'zh') {
      const desk = await at('DISPATCHER', language)
      const now = await suggested(desk)
      expect(now.rulesVersion).toBe(number)
      expect(now.target).toBe('COUNTY_CENTER')
      await leave(desk)
    }
    await leave(director, committee)
  })
})

describe('categories and holidays', () => {
  it.each([
    ['zh', '事项类别', '0201', '相邻通行'],
    ['en', 'Categories', '0201', 'Way and passage'],
  ] as const)('are changed as a table by two people, in %s', async (language, title, code, name) => {
    const { rules } = texts[language]
    const director = await at('CENTER_DIRECTOR', language)
    await clear(director)
    await director.goto(`${BASE}/rules`)
    await director.getByRole('region', { name: title, exact: true }).getByRole('button', { name: rules.draft }).click()
    await director.getByLabel(rules.why).fill(name)
    await director.getByRole('dialog').getByRole('button', { name: rules.draft }).click()

    // a code that is there twice is an error, told with its line
    const cell = (column: 'code' | 'zh' | 'en', row: string): Locator => director.getByLabel(`${rules.data[column]} ${row}`, { exact: true })
    await cell('code', '0202').fill(code)
    await director.keyboard.press('Tab')
    await save(director, language)
    await director.locator('.findings .ERROR').first().waitFor()
    expect(await violations(director)).toEqual([])
    await cell('code', code).last().fill('0202')
    await director.keyboard.press('Tab')
    await cell(language, code).fill(name)
    await director.keyboard.press('Tab')
    await save(director, language)
    await expect.poll(() => director.locator('.findings .ERROR').count(), { timeout: 20_000 }).toBe(0)

    await director.getByRole('button', { name: rules.trial.run }).click()
    await director.locator('section[aria-labelledby=trial] .num, section[aria-labelledby=trial] .groups a').first().waitFor()
    expect(await violations(director, { within: 'section[aria-labelledby=trial]' })).toEqual([])
    await approved(director, language)
  })
})

describe('hours, holidays, twins and supervision', () => {
  /** Drafts a set, changes it, tries it and hands it on; answers the page on which it stands. */
  async function drafted(language: Language, title: string, change: (page: Page) => Promise<void>): Promise<Page> {
    const { rules } = texts[language]
    const director = await at('CENTER_DIRECTOR', language)
    await clear(director)
    await director.goto(`${BASE}/rules`)
    await director.getByRole('region', { name: title, exact: true }).getByRole('button', { name: rules.draft }).click()
    await director.getByLabel(rules.why).fill(title)
    await director.getByRole('dialog').getByRole('button', { name: rules.draft }).click()
    await director.getByRole('button', { name: rules.save }).waitFor()
    await change(director)
    await save(director, language)
    await expect.poll(() => director.locator('.findings .ERROR').count(), { timeout: 20_000 }).toBe(0)
    await director.getByRole('button', { name: rules.trial.run }).click()
    await director.locator('section[aria-labelledby=trial] [role=status] b').waitFor()
    expect(await violations(director)).toEqual([])
    return director
  }

  it.each([
    ['zh', '2026 年节假日和调休'],
    ['en', 'Holidays and make-up days of 2026'],
  ] as const)('a day off is added to a year by two people, in %s', async (language, title) => {
    const { rules } = texts[language]
    const director = await drafted(language, title, async (page) => {
      await page.getByRole('button', { name: rules.data.add, exact: true }).click()
      // days off stand before make-up days, whichever came last
      const row = await page
        .locator('section[aria-labelledby=data] tbody tr')
        .evaluateAll((rows) => rows.findIndex((one) => one.querySelector('input')?.value === '') + 1)
      const cell = (column: 'name' | 'from' | 'to'): Locator => page.getByLabel(`${rules.data[column]} ${row}`, { exact: true })
      await cell('name').fill(language === 'zh' ? '县庆' : 'County day')
      await page.keyboard.press('Tab')
      await cell('from').fill('2026-12-10')
      await cell('to').fill('2026-12-10')
      await page.keyboard.press('Tab')
    })
    await director.getByText('2026-12-10').first().waitFor()
    await approved(director, language)
  })

  // The page of the next three sets is one and was walked in both languages above.
  it.each([
    ['zh', '工作时间'],
  ] as const)('hours are changed by two people, in %s', async (language, title) => {
    const { rules } = texts[language]
    const director = await drafted(language, title, async (page) => {
      await page.getByLabel(`${rules.data.closes} 2`, { exact: true }).fill('17:30')
      await page.keyboard.press('Tab')
    })
    await approved(director, language)
  })

  it.each([
    ['en', 'What counts for a twin'],
  ] as const)('points of twins are changed by two people, in %s', async (language, title) => {
    const { rules } = texts[language]
    const director = await drafted(language, title, async (page) => {
      await page.getByLabel(`${rules.data.amount} ${rules.data.setting.KEPT_FROM}`, { exact: true }).fill('60')
      await page.keyboard.press('Tab')
    })
    await approved(director, language)
  })

  it.each([
    ['zh', '督办规则'],
  ] as const)('thresholds of supervision are changed by two people, in %s', async (language, title) => {
    const { rules } = texts[language]
    const director = await drafted(language, title, async (page) => {
      const text = page.getByRole('textbox', { name: rules.text.title })
      await text.fill((await text.inputValue()).replace('clocks: [handle]}', 'clocks: [handle], after: 2wd}'))
    })
    await director.locator('.figures').waitFor()
    await approved(director, language)
  })

  it.each([
    ['zh', '登录安全参数'],
    ['en', 'Limits of signing in'],
  ] as const)('limits of signing in are changed by the administrators alone, in %s', async (language, title) => {
    const { rules } = texts[language]
    const director = await at('CENTER_DIRECTOR', language, '/rules')
    const set = director.getByRole('region', { name: title, exact: true })
    await set.waitFor()
    expect(await set.getByRole('button', { name: rules.draft }).count()).toBe(0)
    await leave(director)
  })

  it.each([
    ['zh', '登录安全参数'],
    ['en', 'Limits of signing in'],
  ] as const)('limits of signing in are drafted by one administrator and approved by another, in %s', async (language, title) => {
    const { rules } = texts[language]
    const system = await at('SYSTEM_ADMIN', language)
    await clear(system)
    await system.goto(`${BASE}/rules`)
    await system.getByRole('region', { name: title, exact: true }).getByRole('button', { name: rules.draft }).click()
    await system.getByLabel(rules.why).fill(title)
    await system.getByRole('dialog').getByRole('button', { name: rules.draft }).click()
    await system.getByRole('button', { name: rules.save }).waitFor()

    // a limit nobody may set: the door would stand open
    const idle = system.getByLabel(`${rules.data.amount} ${rules.data.setting.session_idle}`, { exact: true })
    await idle.fill('600')
    await system.keyboard.press('Tab')
    await save(system, language)
    await system.locator('.findings .ERROR').first().waitFor()
    expect(await violations(system)).toEqual([])
    await idle.fill('25')
    await system.keyboard.press('Tab')
    await save(system, language)
    await expect.poll(() => system.locator('.findings .ERROR').count(), { timeout: 20_000 }).toBe(0)
    await step(system, language, 'submission')
    await system.locator('.state', { hasText: rules.state.SUBMITTED }).waitFor()

    const security = await at('SECURITY_ADMIN', language)
    await security.goto(system.url())
    await security.locator('.bar').getByRole('button', { name: rules.move.approval, exact: true }).waitFor()
    expect(await violations(security)).toEqual([])
    await step(security, language, 'approval', soon(30))
    await security.getByRole('dialog').waitFor({ state: 'detached' })
    await security.goto(`${BASE}/rules`)
    await security.locator('.told').first().waitFor()
    await clear(system)
    await leave(system, security)
  })
})

describe('the procedures', () => {
  it.each(['zh', 'en'] as const)('are drawn without barrier, in %s', async (language) => {
    const page = await at('DISPATCHER', language, '/procedures')
    await page.locator('svg rect').first().waitFor()
    expect(await violations(page)).toEqual([])
    await leave(page)
  })
})
