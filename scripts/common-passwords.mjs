// Writes worker/auth/common-passwords.ts: the most common passwords that our length rule would let through.
import { writeFileSync } from 'node:fs'
import { dictionary } from '@zxcvbn-ts/language-common'

const COUNT = 5000
const PER_LINE = 20

const words = dictionary['passwords-common'].filter((word) => word.length >= 8).slice(0, COUNT)
if (words.some((word) => /[\s`\\]|\$\{/.test(word))) throw new Error('A word would break the list.')

const lines = []
for (let at = 0; at < words.length; at += PER_LINE) {
  lines.push(words.slice(at, at + PER_LINE).join(' '))
}
writeFileSync(
  'worker/auth/common-passwords.ts',
  `/**
 * The ${COUNT} most common passwords of eight characters or more, most common first: attackers begin here.
 * Written by scripts/common-passwords.mjs from the list of @zxcvbn-ts/language-common (MIT).
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  \`
${lines.join('\n')}
\`
    .trim()
    .split(/\\s/),
)
`,
)
