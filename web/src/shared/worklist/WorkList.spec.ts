import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { show, type Shown } from '@/testing/mount'
import WorkList from './WorkList.vue'
import type { ListQuery } from './types'

const columns = [{ key: 'title', title: '事项', value: (row: { title: string }) => row.title }]
const filters = [{ name: 'line', label: '来源', kind: 'choice', choices: [{ value: 'COURT', label: '法院' }] }]
const rows = [
  { id: 1, title: '噪声' },
  { id: 2, title: '借款' },
]

async function list(
  answer: (query: ListQuery, cursor?: string) => object,
  more: Record<string, unknown> = {},
  at = '/',
): Promise<Shown> {
  const shown = await show(WorkList, {
    at,
    props: {
      name: 'test',
      caption: '清单',
      columns,
      filters,
      empty: '没有等待分流的事项。',
      searchable: true,
      fetchPage: async (query: ListQuery, cursor?: string) => answer(query, cursor),
      linkOf: (row: { id: number }) => `/matters/${row.id}`,
      ...more,
    },
  })
  await flushPromises()
  return shown
}

const press = (key: string): boolean => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

describe('a work list', () => {
  it('shows its rows and how many there are', async () => {
    const { page } = await list(() => ({ items: rows, total: { count: 2, capped: false } }))
    expect(page.text()).toContain('共 2 件')
    expect(page.findAll('tbody tr').map((row) => row.text())).toEqual(['噪声', '借款'])
  })

  it('says more than so many when the count is capped', async () => {
    const { page } = await list(() => ({ items: rows, total: { count: 10000, capped: true } }))
    expect(page.text()).toContain('10,000 件以上')
  })

  it('says what would appear here when it is empty', async () => {
    const { page } = await list(() => ({ items: [] }))
    expect(page.text()).toContain('没有等待分流的事项。')
  })

  it('asks with the filters of the address', async () => {
    const asked: ListQuery[] = []
    await list((query) => (asked.push(query), { items: [] }), {}, '/?line=COURT&q=水&other=x')
    expect(asked[0]).toEqual({ line: 'COURT', q: '水' })
  })

  it('puts a chosen filter into the address', async () => {
    const { page, router } = await list(() => ({ items: rows }))
    await page.find('select').setValue('COURT')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ line: 'COURT' })
  })

  it('moves with j and k', async () => {
    await list(() => ({ items: rows }))
    press('j')
    press('j')
    expect(document.activeElement?.textContent).toBe('借款')
    press('k')
    expect(document.activeElement?.textContent).toBe('噪声')
  })

  it('goes to the search with /', async () => {
    await list(() => ({ items: rows }))
    press('/')
    await flushPromises()
    expect(document.activeElement?.getAttribute('type')).toBe('search')
  })

  it('loads the next page after the cursor', async () => {
    const { page } = await list((_query, cursor) =>
      cursor ? { items: [{ id: 3, title: '欠薪' }] } : { items: rows, nextCursor: 'c1' },
    )
    await page.find('button.more').trigger('click')
    await flushPromises()
    expect(page.findAll('tbody tr')).toHaveLength(3)
  })

  it('opens what can be done with a row by its key', async () => {
    const done: number[] = []
    const rowActions = (row: { id: number }) => [{ label: '分流', key: 'd', run: () => done.push(row.id) }]
    await list(() => ({ items: rows }), { rowActions })
    press('j')
    press('d')
    expect(done).toEqual([1])
  })
})
