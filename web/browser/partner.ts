import type { Page } from 'playwright-core'

/** What somebody's system sends with his session: the answer's status and body. */
export async function post(page: Page, path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  return page.evaluate(
    async ([to, text]) => {
      const token = decodeURIComponent(document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))?.slice(11) ?? '')
      const answer = await fetch(`/api/v1${to}`, { method: 'POST', headers: { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json' }, body: text })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    [path, JSON.stringify(body)] as const,
  )
}

/** A referral of the court with two sides. */
export const referral = (number: string): object => ({
  outsideNo: number,
  docNo: `委派${number}`,
  kind: 'APPOINTED',
  cause: '民间借贷纠纷',
  facts: '原告称借款八万元到期没有归还，双方愿意先行调解。',
  claims: '归还借款八万元',
  category: '1001',
  areaCode: '620123104',
  amount: 80000,
  people: 2,
  bothConsent: true,
  consentProof: '调解意愿书',
  parties: [
    { role: 'APPLICANT', name: '演示原告' },
    { role: 'RESPONDENT', name: '演示被告' },
  ],
})
