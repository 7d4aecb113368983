/** Short texts met before, by a hash of their bytes: a report repeats `0.0` a million times. */
export type TextCache = string[]

const CACHE_SLOTS = 4096
const CACHED_MAX = 24
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of bytes that are known to be ASCII. */
export function plainText(cache: TextCache, bytes: Uint8Array, start: number, end: number): string {
  const length = end - start
  if (length === 0) return ''
  if (length > CACHED_MAX) return utf8.decode(bytes.subarray(start, end))
  let hash = length
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
  const slot = (hash ^ (hash >>> 12)) & (CACHE_SLOTS - 1)
  const cached = cache[slot]
  if (cached !== undefined && isSame(cached, bytes, start, length)) return cached
  const text = utf8.decode(bytes.subarray(start, end))
  cache[slot] = text
  return text
}

const [MINUS, POINT, NOUGHT] = [0x2d, 0x2e, 0x30]
// Fifteen digits are whole in a double.
const MOST_DIGITS = 15

/** `-12.4` is -1240; nothing for anything but digits with at most two decimals. */
export function plainHundredths(bytes: Uint8Array, start: number, end: number): number | undefined {
  const isNegative = bytes[start] === MINUS
  const first = isNegative ? start + 1 : start
  let point = first
  while (point < end && bytes[point] !== POINT) point++
  const decimals = end - point - 1
  if (end - first > MOST_DIGITS || point === first || decimals === 0 || decimals > 2) {
    return undefined
  }
  const whole = digitsIn(bytes, first, point)
  const part = decimals < 0 ? 0 : digitsIn(bytes, point + 1, end)
  if (whole < 0 || part < 0) return undefined
  const units = whole * 100 + (decimals === 1 ? part * 10 : part)
  return isNegative ? 0 - units : units
}

/** -1 where a byte is no digit. */
function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - NOUGHT
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function isSame(text: string, bytes: Uint8Array, start: number, length: number): boolean {
  if (text.length !== length) return false
  for (let index = 0; index < length; index++) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false
  }
  return true
}

// What makes bytes more than plain text: 1 for escapes and bytes beyond ASCII, 2 for a possible `_x000D_`.
export const NOT_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 128 || byte === 0x26 || byte === 0x0d) return 1
  return byte === 0x5f ? 2 : 0
})

/** True when the bytes between two XML tags mean just what they are. */
export function isPlainXml(bytes: Uint8Array, start: number, end: number): boolean {
  let seen = 0
  for (let at = start; at < end; at++) seen |= NOT_PLAIN[bytes[at] ?? 0] ?? 0
  return seen === 0 || (seen === 2 && !hasExcelEscape(bytes, start, end))
}

export function hasExcelEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at + 1 < end; at++) {
    if (bytes[at] === 0x5f && bytes[at + 1] === 0x78) return true
  }
  return false
}
