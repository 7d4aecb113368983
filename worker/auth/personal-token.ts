import { crc32 } from '#core/files/crc32'
import { randomBytes } from '../random'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const PREFIX = 'te_'
const SECRET_LENGTH = 30
const CHECK_LENGTH = 6
const TOKEN = /^te_[0-9A-Za-z]{36}$/
// The largest multiple of 62 in a byte: higher bytes are drawn again, so that no letter is likelier.
const FAIR = 248

/**
 * `te_`, 30 letters of base 62 (178 bits), and a checksum of six: a scanner can tell one that leaked from
 * other text, and a mistyped one costs no look into a table.
 */
export function newPersonalToken(): string {
  let secret = ''
  while (secret.length < SECRET_LENGTH) {
    for (const byte of randomBytes(SECRET_LENGTH)) {
      if (byte < FAIR && secret.length < SECRET_LENGTH) secret += ALPHABET.charAt(byte % 62)
    }
  }
  return `${PREFIX}${secret}${checkOf(secret)}`
}

export function isPersonalToken(text: string): boolean {
  if (!TOKEN.test(text)) return false
  const secret = text.slice(PREFIX.length, PREFIX.length + SECRET_LENGTH)
  return text.endsWith(checkOf(secret))
}

function checkOf(secret: string): string {
  let rest = crc32(new TextEncoder().encode(secret))
  let text = ''
  while (text.length < CHECK_LENGTH) {
    text = ALPHABET.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}
