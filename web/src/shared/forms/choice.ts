/** One thing to pick: its value, its name, and a code or place told beside it. */
export interface Choice<Value extends string | number> {
  value: Value
  label: string
  more?: string
}
