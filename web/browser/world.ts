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
]

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let browser: Browser | undefined

export async function openBrowser(): Promise<void> {
  browser = await chromium.launch({ executablePath: process.env.HEJIE_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

/** Where a phone says it is: in the county, and it may be asked. */
const HERE = { geolocation: { longitude: 104.11, latitude: 35.84 }, permissions: ['geolocation'] }

/** A fresh visitor: a desk screen or a phone, in one language, with nothing remembered. */
export async function visitor(surface: 'desk' | 'phone', language: Language): Promise<Page> {
  if (!browser) throw new Error('the browser is not open')
  const viewport = surface === 'desk' ? { width: 1366, height: 768 } : { width: 390, height: 844 }
  const context: BrowserContext = await browser.newContext({ viewport, timezoneId: 'Asia/Shanghai', locale: 'zh-CN', reducedMotion: 'reduce', ...HERE })
  await context.addInitScript((locale) => {
    if (!localStorage.getItem('hejie.preferences')) {
      localStorage.setItem('hejie.preferences', JSON.stringify({ locale, largePrint: false }))
    }
    globalThis.print = () => undefined
  }, language)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return page
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
  interface Window {
    axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }
  }
}

/** What axe finds wrong with the page once it stands, its heading there and nothing on its way; empty when nothing. */
export async function violations(page: Page): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  await page.waitForFunction(() => document.querySelector('h1') && !document.querySelector('.skeleton, [aria-busy=true]'))
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ['violations'] })
    return found.violations.map((one) => ({ id: one.id, where: one.nodes.map((node) => node.target.join(' ')) }))
  })
}
