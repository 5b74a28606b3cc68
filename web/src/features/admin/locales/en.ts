import audit from './en/audit'
import clients from './en/clients'
import exports from './en/exports'
import grants from './en/grants'
import hooks from './en/hooks'
import staff from './en/staff'
import units from './en/units'
import type zh from './zh'

const en: typeof zh = {
  ...staff,
  ...units,
  ...clients,
  audit,
  exports,
  grants,
  hooks,
  add: 'Add',
  name: 'Name',
  unit: 'Unit',
  kind: 'Kind',
  code: 'Code',
  state: 'State',
  from: 'From',
  to: 'To',
  reason: 'Reason',
  at: 'Time',
  actor: 'Person',
  action: 'What was done',
  object: 'Object',
  result: 'Result',
  copy: 'Copy',
  copied: 'Copied',
  handedOver: 'Handed over, hide it',
  byAction: 'Action',
  exportThese: 'Export these entries',
  empty: {
    staff: 'Nobody fits.',
    units: 'No unit fits.',
    exports: 'No file has been taken yet.',
    grants: 'No request. When somebody needs to read matters, the system administrator asks on the page of that person.',
    hooks: 'No addresses yet. Add one when a partner’s system gives it; partners without a system use spreadsheets and hand-over sheets.',
    clients: 'No API client yet. Those made for other systems appear here.',
    audit: 'No entry fits.',
  },
}

export default en
