/** A page of a list as the server gives it. */
export interface Page<Row> {
  items: Row[]
  nextCursor?: string | null
  total?: { count: number; capped: boolean } | null
}

/** A column of a work list; its cell is the slot of the same name, or the text of `value`. */
export interface Column<Row> {
  key: string
  title: string
  value?: (row: Row) => string
  width?: string
  /** The column whose cell opens the row; the first where none says so. */
  link?: boolean
  /** Left out on a narrow screen. */
  minor?: boolean
}

/** A filter shown as a chip and kept in the URL under its name. */
export interface Filter {
  name: string
  label: string
  kind: 'choice' | 'date'
  choices?: readonly { value: string; label: string }[]
  /** One of the choices always holds; the first where the URL names none. */
  required?: boolean
}

/** Something to do with a row, offered by the `.` key. */
export interface RowAction<Row> {
  label: string
  run: (row: Row) => void
  key?: string
}

/** A key a page adds to its list, shown with the others by `?`. */
export interface ListKey<Row> {
  key: string
  label: string
  /** @param row the one the keys stand on */
  run: (row: Row | undefined, rows: readonly Row[]) => void
}

export type ListQuery = Readonly<Record<string, string>>
