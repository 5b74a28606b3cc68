/** Yuan with two decimals: ¥2,480,000.00. */
export function yuan(amount: number): string {
  return `¥${amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** A count with thousands set apart: 18,000. */
export function whole(amount: number): string {
  return amount.toLocaleString('en-US')
}

/** A file's size for people: 340 KB, 2.1 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
