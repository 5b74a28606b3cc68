const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

/**
 * Whether a resident identity number is right: the check character and a real birth date.
 * Source: GB 11643.
 */
export function isIdCardNumber(text: string): boolean {
  const number = text.trim().toUpperCase()
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = ID_WEIGHTS.reduce((total, weight, n) => total + weight * Number(number[n]), 0)
  return ID_CHECKS[sum % 11] === number[17] && isDate(number.slice(6, 14))
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Whether a unified social credit code is right: weights 3ⁿ mod 31. Source: GB 32100. */
export function isCreditCode(text: string): boolean {
  const code = text.trim().toUpperCase()
  if (code.length !== 18 || [...code].some((one) => !CREDIT_ALPHABET.includes(one))) return false
  let sum = 0
  let weight = 1
  for (const one of code.slice(0, 17)) {
    sum += CREDIT_ALPHABET.indexOf(one) * weight
    weight = (weight * 3) % 31
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === code[17]
}

function isDate(digits: string): boolean {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
}
