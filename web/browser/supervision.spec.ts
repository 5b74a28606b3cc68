import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openByCode } from './steps'
import { texts } from './texts'
import { BASE, at, closeBrowser, leave, openBrowser, violations } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

/** Presses a button of the page, fills its dialog, presses the dialog's own button. */
async function step(page: Page, name: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {}, confirm = name): Promise<void> {
  await page.locator('article').getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Opens a matter in hand of the department and answers its code. */
async function inHand(page: Page, index: number): Promise<string> {
  await page.goto(`${BASE}/matters?bucket=inHand`)
  await page.goto(BASE + ((await page.locator('tbody a.open').nth(index).getAttribute('href')) ?? ''))
  return ((await page.locator('.head b.num').first().textContent()) ?? '').replace(/\s/g, '')
}

describe('a red card', () => {
  it.each(['zh', 'en'] as const)('goes from issue to acceptance, in %s', async (language) => {
    const words = texts[language].supervision
    const unit = await at('UNIT_CLERK', language)
    const code = await inHand(unit, 0)

    const committee = await at('COMMITTEE', language)
    await openByCode(committee, code)
    await committee.getByRole('link', { name: texts[language].matter.issueCard }).click()
    await committee.getByLabel(words.levelTitle).selectOption('RED')
    await committee.getByLabel(words.reason).fill('多次催办未果')
    await committee.getByLabel(words.required, { exact: true }).fill('三日内书面说明并办结')
    expect(await violations(committee)).toEqual([])
    await committee.getByRole('button', { name: words.issue }).click()
    await committee.waitForURL(/\/supervision\/cards\/\d+$/)
    const card = committee.url()

    await unit.goto(card)
    await step(unit, words.deed.ACKNOWLEDGE)
    await step(unit, words.deed.REPLY, (dialog) => dialog.getByLabel(words.text.REPLY).fill('已约双方到场，周五前办结。'))
    expect(await violations(unit)).toEqual([])

    await committee.goto(card)
    await step(committee, words.deed.ACCEPT)
    await committee.locator('.page-head', { hasText: words.state.ACCEPTED }).waitFor()
    expect(await violations(committee)).toEqual([])
    await leave(unit, committee)
  })

  it.each(['zh', 'en'] as const)('is issued on several rows of the list, one each, by keys alone, in %s', async (language) => {
    const words = texts[language].supervision
    const page = await at('COMMITTEE', language, '/matters?bucket=inHand')
    await page.locator('tbody tr').nth(2).waitFor()
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key)
    await page.getByRole('button', { name: texts[language].worklist.issueCards.replace('{n}', '3') }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: words.batch.title.replace('{n}', '3') }).waitFor()
    await page.getByLabel(words.levelTitle).selectOption('CIRCULAR')
    await page.getByLabel(words.reason).fill('集中督办')
    await page.getByLabel(words.required, { exact: true }).fill('五日内办结')
    expect(await violations(page)).toEqual([])
    const issue = page.getByRole('button', { name: words.batch.issue.replace('{n}', '3') })
    await issue.click()
    await page.getByRole('status').filter({ hasText: words.batch.done.replace('{n}', '3').replace('{m}', '0') }).waitFor()
    expect(await violations(page)).toEqual([])

    // Sent again, it asks nobody twice and says so, matter by matter.
    await page.reload()
    await page.getByLabel(words.levelTitle).selectOption('CIRCULAR')
    await page.getByLabel(words.reason).fill('集中督办')
    await page.getByLabel(words.required, { exact: true }).fill('五日内办结')
    await issue.click()
    await page.getByText(words.batch.refused.HAS_OPEN_CARD).nth(2).waitFor()

    // The cards are needed no more.
    for (let card = 0; card < 3; card++) {
      await page.goto(`${BASE}/supervision?level=CIRCULAR&open=true`)
      await page.locator('tbody a', { hasText: /./ }).first().click()
      await step(page, words.deed.RECALL, (dialog) => dialog.getByLabel(words.why).fill('已另行处理'))
    }
    await leave(page)
  })

  it.each(['zh', 'en'] as const)('has no barrier on the pages of supervision, in %s', async (language) => {
    const page = await at('COMMITTEE', language)
    for (const path of ['/supervision', '/supervision/suggestions', '/supervision/board', '/supervision/board?by=person', '/supervision/samples']) {
      await page.goto(BASE + path)
      expect(await violations(page), path).toEqual([])
    }
    await leave(page)
  })
})

describe('a joint session', () => {
  it.each(['zh', 'en'] as const)('goes from the call to attendance and a task done, in %s', async (language) => {
    const words = texts[language].joint
    const unit = await at('UNIT_CLERK', language)
    const code = await inHand(unit, 1)
    const name = language === 'zh' ? '住' : 'Housing'

    const dispatcher = await at('DISPATCHER', language)
    await openByCode(dispatcher, code)
    await dispatcher.getByRole('link', { name: texts[language].matter.callUnits }).click()
    await dispatcher.getByLabel(words.units, { exact: true }).first().fill(name)
    await dispatcher.getByRole('option').first().click()
    await dispatcher.locator('.picked li').first().waitFor()
    await dispatcher.getByLabel(words.reason).fill('责任不清，需会商分工')
    await dispatcher.getByLabel(words.place).fill('三号会商室')
    expect(await violations(dispatcher)).toEqual([])
    await dispatcher.getByRole('button', { name: words.call, exact: true }).click()
    await dispatcher.waitForURL(/\/joint\/\d+$/)
    const session = dispatcher.url()

    await unit.goto(session)
    await step(unit, words.do.answer)

    await dispatcher.goto(session)
    await step(dispatcher, words.do.arrived, (dialog) => dialog.getByLabel(words.attendee).fill('住建局来人'))
    await step(dispatcher, words.do.opinion, (dialog) => dialog.getByLabel(words.opinion).fill('由我局督促物业维修。'))
    await step(dispatcher, words.do.task, (dialog) => dialog.getByLabel(words.taskText).fill('三日内维修'), words.setTask)
    expect(await violations(dispatcher)).toEqual([])

    await unit.goto(session)
    await step(unit, words.finish, (dialog) => dialog.getByLabel(words.whatWasDone).fill('已维修。'))
    await unit.locator('.tasks', { hasText: words.taskState.DONE }).waitFor()

    await dispatcher.goto(session)
    await dispatcher.getByLabel(words.minutesText).fill('问：谁维修？答：物业。')
    await dispatcher.getByRole('button', { name: words.sign }).click()
    await dispatcher.getByRole('button', { name: words.add }).waitFor()
    await dispatcher.goto(`${session}/sheet`)
    await dispatcher.locator('.sheet table').waitFor()
    expect(await violations(dispatcher)).toEqual([])
    await leave(unit, dispatcher)
  })

  it.each(['zh', 'en'] as const)('has no barrier on the pages of sessions, tasks and meetings, in %s', async (language) => {
    const page = await at('DISPATCHER', language)
    for (const path of ['/joint', '/joint/tasks', '/joint/responses', '/morning', '/morning/past']) {
      await page.goto(BASE + path)
      expect(await violations(page), path).toEqual([])
    }
    await leave(page)
  })
})
