/**
 * The one-matter code in the groups people read it by: county, day, line, number, check.
 * Anything of another length is shown as it is.
 */
export function groupedCode(code: string): string {
  const found = /^(\d{6})(\d{8})(\d)(\d{5})([0-9A-Z])$/.exec(code)
  return found ? found.slice(1).join(' ') : code
}
