import type zh from '../zh/exports'

const exports: typeof zh = {
  title: 'Exports',
  intro: 'Each file carries its number, a name and the time, and is recorded. More than 50 rows about people need a second person; identity numbers are never exported.',
  list: 'What',
  rows: 'Rows',
  count: '{n} rows, {people} about people',
  by: 'By',
  purpose: 'What for',
  number: 'Number',
  ask: 'Ask for the file',
  download: 'Download',
  states: { WANTED: 'to be asked for', ASKED: 'waiting for approval', APPROVED: 'approved, to be taken once within a day', REFUSED: 'refused', TAKEN: 'taken', EXPIRED: 'expired' },
  lists: { 'import-errors': 'Rows of an import with errors', 'line-answers': 'Answers to a line', 'audit-entries': 'Audit log' },
}

export default exports
