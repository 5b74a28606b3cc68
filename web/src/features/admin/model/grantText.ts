import { useI18n } from 'vue-i18n'
import { nameOf } from '@/shared/reference/reference'
import { useLineName } from '@/shared/words/lineName'
import type { GrantRow } from '../api/grants'

/** Says in sentences what a request gives, to whom, and what that person then sees and why. */
export function useGrantText(): { what: (row: GrantRow) => string; sees: (row: GrantRow) => string } {
  const { t, te } = useI18n()
  const lineName = useLineName()
  const role = (row: GrantRow): string => (row.role && te(`words.role.${row.role}`) ? t(`words.role.${row.role}`) : '')
  const unit = (row: GrantRow): string => (row.unit ? nameOf(row.unit) : '')
  const names = (units: GrantRow['units']): string => units.map((one) => nameOf(one)).join(t('common.and'))

  function what(row: GrantRow): string {
    const given = {
      staff: row.staff?.name ?? '',
      holder: row.holder?.name ?? '',
      role: role(row),
      unit: unit(row),
      client: row.client ?? '',
      line: row.line ? lineName(row.line) : `${unit(row)} ${role(row)}`,
      from: row.from ?? row.on ?? t('admin.grants.atOnce'),
      to: row.to ?? '',
      subject: row.subject ?? '',
      units: names(row.units),
      successors: names(row.successors),
    }
    const until = row.to ? t('admin.grants.until', given) : ''
    return t(`admin.grants.what.${row.kind}`, given) + (row.kind === 'POST' ? until : '')
  }

  function sees(row: GrantRow): string {
    if (row.kind === 'PASSWORD') return t('admin.grants.sees.password')
    if (row.kind === 'LINK') return t('admin.grants.sees.link')
    if (row.kind === 'UNITS') return t('admin.grants.sees.units')
    if (row.kind === 'CLIENT' || row.kind === 'ROTATION') return t('admin.grants.sees.client', { scopes: (row.scopes ?? []).join(' ') })
    return row.scope ? t(row.below ? 'admin.grants.sees.scope' : 'admin.grants.sees.only', { unit: nameOf(row.scope), n: row.below ?? 0 }) : t('admin.grants.sees.nothing')
  }

  return { what, sees }
}
