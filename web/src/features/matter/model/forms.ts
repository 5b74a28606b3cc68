/** What one field of an action's dialog asks for. */
export type FieldKind =
  | 'opinion'
  | 'text'
  | 'reason'
  | 'unit'
  | 'units'
  | 'limit'
  | 'limitKey'
  | 'procedure'
  | 'result'
  | 'visitMode'
  | 'satisfaction'
  | 'day'
  | 'flag'
  | 'files'

export interface FormField {
  name: string
  kind: FieldKind
  required: boolean
}

/** How an action is sent: the noun under the matter, what it asks, and what is always the same. */
export interface ActionForm {
  noun: string
  fields: readonly FormField[]
  fixed?: Readonly<Record<string, boolean>>
}

const must = (name: string, kind: FieldKind): FormField => ({ name, kind, required: true })
const may = (name: string, kind: FieldKind): FormField => ({ name, kind, required: false })

const opinion = may('opinion', 'opinion')

/** The dialog of each action a person can do. */
export const FORMS: Readonly<Record<string, ActionForm>> = {
  ACCEPT: { noun: 'acceptance', fields: [opinion] },
  DECLINE: { noun: 'declinations', fields: [must('reasonCode', 'reason'), must('opinion', 'opinion')] },
  GUIDE: { noun: 'guidances', fields: [must('reasonCode', 'reason'), must('opinion', 'opinion')] },
  DISPATCH: {
    noun: 'dispatches',
    fields: [must('leadUnitId', 'unit'), may('coUnitIds', 'units'), may('procedure', 'procedure'), may('limit', 'limitKey'), opinion],
  },
  SIGN: { noun: 'signatures', fields: [] },
  RETURN: { noun: 'returns', fields: [must('reasonCode', 'reason'), must('opinion', 'opinion'), may('documentIds', 'files')] },
  ADJUDICATE: { noun: 'adjudications', fields: [must('leadUnitId', 'unit'), must('opinion', 'opinion')] },
  TRANSFER: { noun: 'transfers', fields: [must('leadUnitId', 'unit'), must('opinion', 'opinion')] },
  REQUEST_EXTENSION: { noun: 'extensions', fields: [must('limit', 'limit'), must('reason', 'opinion')] },
  DECIDE_EXTENSION: { noun: 'extension-decisions', fields: [must('granted', 'flag'), opinion] },
  SUSPEND: {
    noun: 'suspensions',
    fields: [must('reasonCode', 'reason'), must('reviewOn', 'day'), must('opinion', 'opinion'), may('documentIds', 'files')],
  },
  RESUME: { noun: 'resumptions', fields: [opinion] },
  ESCALATE: { noun: 'escalations', fields: [must('reasonCode', 'reason'), opinion] },
  SUBMIT_RESULT: {
    noun: 'results',
    fields: [
      must('resultKind', 'result'),
      must('opinion', 'opinion'),
      may('resolved', 'flag'),
      may('performedOn', 'day'),
      may('documentIds', 'files'),
    ],
  },
  CHECK_PASS: { noun: 'checks', fields: [opinion], fixed: { passed: true } },
  CHECK_FAIL: { noun: 'checks', fields: [must('opinion', 'opinion')], fixed: { passed: false } },
  VISIT: {
    noun: 'visits',
    fields: [
      must('doneOn', 'day'),
      must('mode', 'visitMode'),
      may('fulfilled', 'flag'),
      must('satisfaction', 'satisfaction'),
      may('relapse', 'flag'),
      opinion,
    ],
  },
  EVALUATE: { noun: 'evaluations', fields: [must('level', 'satisfaction'), may('text', 'opinion')] },
  REOPEN: { noun: 'reopenings', fields: [must('reasonCode', 'reason'), must('opinion', 'opinion')] },
  ARCHIVE: { noun: 'archival', fields: [] },
  WITHDRAW: { noun: 'withdrawals', fields: [must('reason', 'opinion')] },
  TRANSFER_OUT: { noun: 'outside-transfers', fields: [must('destination', 'text'), must('opinion', 'opinion')] },
  NOTE: { noun: 'notes', fields: [must('text', 'opinion')] },
  ADD_MATERIAL: { noun: 'materials', fields: [must('documentIds', 'files')] },
  RECORD_PERFORMANCE: { noun: 'performances', fields: [must('performedOn', 'day'), may('documentIds', 'files')] },
}
