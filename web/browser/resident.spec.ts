import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, openByCode } from './steps'
import { BASE, closeBrowser, openBrowser, signIn, violations, visitor } from './world'

beforeAll(openBrowser)
afterAll(closeBrowser)

const PHOTO = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
}

describe('a resident', () => {
  it('reports with a photo, and the matter goes all the way to the archive', async () => {
    const phone = await visitor('phone', 'zh')
    await phone.goto(`${BASE}/r`)
    expect(await violations(phone)).toEqual([])
    await phone.getByRole('link', { name: /反映问题/ }).click()
    await phone.getByRole('textbox').fill('楼道里堆满杂物，老人进出不方便。希望清理干净。')
    await phone.getByRole('button', { name: '下一步' }).click()
    await phone.getByText('邻里', { exact: true }).click()
    await phone.getByRole('radio', { name: '公共部位' }).check()
    expect(await violations(phone)).toEqual([])
    await phone.getByRole('button', { name: '下一步' }).click()
    await phone.getByLabel('乡镇').selectOption({ label: '和平镇' })
    await phone.getByLabel('具体地点').fill('和平小区二号楼')
    await phone.getByRole('button', { name: '下一步' }).click()
    await phone.locator('input[type=file]').setInputFiles(PHOTO)
    await phone.getByRole('img').first().waitFor()
    await phone.getByRole('button', { name: '下一步' }).click()
    await phone.getByLabel('姓名').fill('演示居民')
    await phone.getByLabel('手机号码').fill('13900001111')
    await phone.getByRole('button', { name: '下一步' }).click()
    expect(await violations(phone)).toEqual([])
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('已收到').waitFor()
    expect(await violations(phone)).toEqual([])
    const [code, queryCode] = (await phone.locator('.code').allTextContents()).map((one) => one.replace(/\s/g, ''))

    const clerk = await visitor('desk', 'zh')
    await signIn(clerk, 'TOWN_CLERK')
    const town = ((await clerk.locator('.page-head .soft').first().textContent()) ?? '').split(' · ')[0] ?? ''

    const dispatcher = await visitor('desk', 'zh')
    await signIn(dispatcher, 'DISPATCHER')
    await openByCode(dispatcher, code ?? '')
    expect(await violations(dispatcher)).toEqual([])
    if (await dispatcher.locator('.actions').getByRole('button', { name: '受理', exact: true }).isVisible()) await act(dispatcher, '受理')
    await act(dispatcher, '分流', async (dialog) => {
      await dialog.getByLabel('主办单位').fill(town)
      await dialog.getByRole('option', { name: town }).first().click()
    })

    await openByCode(clerk, code ?? '')
    await act(clerk, '签收')
    await act(clerk, '提交结果', async (dialog) => {
      await dialog.getByLabel('办理结果').selectOption('EXPLAINED')
      await dialog.getByLabel('意见').fill('已会同物业清理完毕，居民认可。')
      await dialog.getByLabel('矛盾已化解').check()
    })

    const director = await visitor('desk', 'zh')
    await signIn(director, 'CENTER_DIRECTOR')
    await openByCode(director, code ?? '')
    await act(director, '核查通过')

    await openByCode(dispatcher, code ?? '')
    await act(dispatcher, '回访', async (dialog) => {
      await dialog.getByLabel('回访日期').fill(await dialog.getByLabel('回访日期').getAttribute('max') ?? '')
      await dialog.getByLabel('回访方式').selectOption('PHONE')
      await dialog.getByLabel('满意程度').selectOption('SATISFIED')
    })

    await phone.goto(`${BASE}/r/follow`)
    await phone.getByLabel('编号', { exact: false }).first().fill(code ?? '')
    await phone.getByLabel('查询码').fill(queryCode ?? '')
    await phone.getByRole('button', { name: '查询' }).click()
    await phone.getByRole('heading', { name: '您反映的事' }).waitFor()
    expect(await violations(phone)).toEqual([])
    await phone.getByRole('button', { name: '请您评价' }).click()
    await phone.getByRole('radio', { name: '满意', exact: true }).first().check()
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('谢谢您的评价').waitFor()

    await openByCode(dispatcher, code ?? '')
    await act(dispatcher, '归档')
    expect(await dispatcher.locator('.status').first().textContent()).toBe('已归档')
  })
})
