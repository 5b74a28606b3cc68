import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { show, type Shown } from '@/testing/mount'
import { serverWith } from '@/testing/server'
import zh from '../locales/zh'
import SignInPage from './SignInPage.vue'

const session = { staffId: 1, displayName: '某', username: 'a', posts: [], activePostId: 1, permissions: [] }

const page = (at = '/sign-in'): Promise<Shown> => show(SignInPage, { at, texts: { zh: { session: zh } } })

async function signIn(shown: VueWrapper): Promise<void> {
  await shown.find('input[name=username]').setValue('a')
  await shown.find('input[name=password]').setValue('b')
  await shown.find('form').trigger('submit')
  await flushPromises()
}

describe('signing in', () => {
  it('opens the page one came for', async () => {
    serverWith({ 'POST /session': {}, 'GET /session': { body: session } })
    const shown = await page('/sign-in?next=/matters/7')
    await signIn(shown.page)
    expect(shown.router.currentRoute.value.path).toBe('/matters/7')
  })

  it('never leads to another site', async () => {
    serverWith({ 'POST /session': {}, 'GET /session': { body: session } })
    const shown = await page('/sign-in?next=//evil.example')
    await signIn(shown.page)
    expect(shown.router.currentRoute.value.fullPath).toBe('/')
  })

  it('asks for the one-time code when the account has one', async () => {
    const asked = serverWith({ 'POST /session': { status: 401, body: { code: 'TOTP_REQUIRED' } } })
    const shown = await page()
    await signIn(shown.page)
    await shown.page.find('input[name=totp]').setValue('123456')
    await shown.page.find('form').trigger('submit')
    await flushPromises()
    expect(asked.at(-1)?.body).toEqual({ username: 'a', password: 'b', totp: '123456' })
  })

  it('says how long a locked account stays locked', async () => {
    serverWith({ 'POST /session': { status: 423, body: { code: 'LOCKED_OUT' }, headers: { 'Retry-After': '840' } } })
    const shown = await page()
    await signIn(shown.page)
    expect(shown.page.text()).toContain('请 14 分钟后再试')
  })

  it.each([
    ['the address they are bound to', location.origin, 1],
    ['another address', 'https://elsewhere.example', 0],
  ])('offers passkeys at %s', async (_, origin, buttons) => {
    vi.stubGlobal('PublicKeyCredential', class {})
    serverWith({ 'GET /public/passkeys': { body: { on: true, origin } } })
    const shown = await page()
    await flushPromises()
    expect(shown.page.findAll('button').filter((one) => one.text() === zh.passkeys.button)).toHaveLength(buttons)
  })

  it('does not say which of name and password was wrong', async () => {
    serverWith({ 'POST /session': { status: 401, body: { code: 'INVALID_CREDENTIALS' } } })
    const shown = await page()
    await signIn(shown.page)
    expect(shown.page.text()).toContain('用户名或密码不对')
  })
})
