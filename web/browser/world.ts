import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Specs that run side by side each have a server of their own: what belongs to this one, of a list with commas. */
function ours(list: string | undefined): string | undefined {
  const all = list?.split(',') ?? []
  return all[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % all.length]
}

/** Address of the running server with the demo county. */
export const BASE = ours(process.env.HEJIE_URL) ?? 'http://127.0.0.1:8080'

/** The demo accounts as the server wrote them down: role, user name, password, name shown. */
const accounts = readFileSync(`${ours(process.env.HEJIE_DATA) ?? '../data'}/demo-accounts.txt`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.trim().split(/\s+/))

export type Language = 'zh' | 'en'

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // a page lives too short for code that was made quicker to earn what it takes
  '--js-flags=--no-opt --no-maglev',
]

/** axe, ready in each page but not run until it is asked for: sending its half megabyte for every look takes longer. */
const axe = `globalThis.bringAxe = () => { ${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}
}`

let browser: Browser | undefined

export async function openBrowser(): Promise<void> {
  browser = await chromium.launch({ executablePath: process.env.HEJIE_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
}

/** Nobody stays signed in for the next spec of the process. */
export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
  signedIn.clear()
}

/** Where a phone says it is: in the county, and it may be asked. */
const HERE = { geolocation: { longitude: 104.11, latitude: 35.84 }, permissions: ['geolocation'] }

export type Surface = 'desk' | 'phone'

const SCREENS = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const

/** A fresh visitor: a desk screen or a phone, in one language, with nothing remembered. */
export async function visitor(surface: Surface, language: Language): Promise<Page> {
  if (!browser) throw new Error('the browser is not open')
  const context = await browser.newContext({ viewport: SCREENS[surface], timezoneId: 'Asia/Shanghai', locale: 'zh-CN', reducedMotion: 'reduce', ...HERE })
  await context.addInitScript((locale) => {
    if (!localStorage.getItem('hejie.preferences')) {
      localStorage.setItem('hejie.preferences', JSON.stringify({ locale, largePrint: false }))
    }
    globalThis.print = () => undefined
  }, language)
  await context.addInitScript(axe)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  remember(page)
  return page
}

/** What each page asked last and was answered, to be told when a walk fails. */
const asked = new Map<Page, string[]>()

function remember(page: Page): void {
  const last: string[] = []
  asked.set(page, last)
  const note = (line: string): void => {
    last.push(`${new Date().toISOString().slice(14, 23)} ${line}`)
    if (last.length > 25) last.shift()
  }
  const short = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '')
  page.on('request', (request) => request.method() !== 'GET' && note(`${request.method()} ${short(request.url())}`))
  page.on('response', (answer) => {
    if (/\/api\//.test(answer.url())) note(`${answer.status()} to ${answer.request().method()} ${short(answer.url())}`)
  })
  page.on('requestfailed', (request) => note(`${request.failure()?.errorText ?? 'failed'}: ${request.method()} ${short(request.url())}`))
  page.on('pageerror', (error) => note(`error in the page: ${error.message}`))
  page.on('close', () => asked.delete(page))
}

/** How the pages of a walk stand that failed: where they are, what they say and what they asked last. Nobody but the demo county is in them. */
export async function standing(): Promise<string> {
  const told = [...asked].map(async ([page, last]) => {
    const said = await page.locator('dialog[open], [role=alert], [role=status]').allTextContents().catch(() => [])
    return [page.url(), ...said.map((text) => `  it says: ${text.replace(/\s+/g, ' ').trim().slice(0, 600)}`), ...last.map((line) => `  ${line}`)].join('\n')
  })
  return (await Promise.all(told)).join('\n')
}

/** Who signed in once stays so through the walks of a spec, as people do: the cookies by role. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()

/** At the county's address, without the client. */
const OUTSIDE = `${BASE}/icon.svg`

/**
 * A fresh page of the demo account of a role, signed in, in one language.
 * @param path where it is opened; without one it stands at the county's address, without the client
 */
export async function at(role: string, language: Language, path?: string, surface: Surface = 'desk'): Promise<Page> {
  const page = await visitor(surface, language)
  const cookies = signedIn.get(role)
  if (cookies) await page.context().addCookies(cookies)
  else {
    const [, username, password] = accountOf(role)
    const answer = await page.context().request.post(`${BASE}/api/v1/session`, { data: { username, password } })
    if (!answer.ok()) throw new Error(`${role} does not sign in: ${answer.status()}`)
    signedIn.set(role, await page.context().cookies())
  }
  await page.goto(path === undefined ? OUTSIDE : BASE + path)
  if (path !== undefined) await page.locator('#content h1').waitFor()
  return page
}

/** These have done with their pages. */
export async function leave(...pages: Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()))
}

/** Signs in at the desk as the demo account of a role. */
export async function signIn(page: Page, role: string, base = BASE): Promise<void> {
  await givePassword(page, role, base)
  await page.locator('#content h1').waitFor()
}

/** The first step of signing in: name and password. */
export async function givePassword(page: Page, role: string, base = BASE): Promise<void> {
  const account = accountOf(role)
  await page.goto(`${base}/sign-in`)
  await page.locator('input[name=username]').fill(account[1] ?? '')
  await page.locator('input[name=password]').fill(account[2] ?? '')
  await page.locator('button[type=submit]').click()
}

/** The password of the demo account of a role. */
export const passwordOf = (role: string): string => accountOf(role)[2] ?? ''

function accountOf(role: string): string[] {
  const account = accounts.find(([held]) => held === role)
  if (!account) throw new Error(`the demo county has no account for ${role}`)
  return account
}

interface Violation {
  id: string
  where: string[]
}

declare global {
  var bringAxe: () => void
  interface Window {
    axe: { run: (root: Document | string, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }
  }
}

/** What does not depend on the language of the texts is looked for in Chinese. */
const IN_CHINESE = { 'color-contrast': { enabled: false } }

interface Look {
  /** In English too for everything: no walk sees the same page in Chinese. */
  all?: boolean
  /** Only in this part of the page: the rest has been looked at as it stands. */
  within?: string
}

export const DIALOG = 'dialog[open], [role=dialog]'

/** What axe finds wrong with the page once it stands, its heading there and nothing on its way; empty when nothing. */
export async function violations(page: Page, { all = false, within }: Look = {}): Promise<Violation[]> {
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, [aria-busy=true]'))
  await page.evaluate(() => {
    if (!('axe' in globalThis)) globalThis.bringAxe()
  })
  return page.evaluate(
    async ([everything, part, otherwise]) => {
      const rules = everything || document.documentElement.lang !== 'en' ? {} : otherwise
      const found = await window.axe.run(part ?? document, { resultTypes: ['violations'], rules })
      return found.violations.map((one) => ({ id: one.id, where: one.nodes.map((node) => node.target.join(' ')) }))
    },
    [all, within, IN_CHINESE] as const,
  )
}
