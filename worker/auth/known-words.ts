/** What anybody would try first on an account here. docs/limits.md lists them too. */
export const OUR_WORDS = ['trackecom', 'track', 'ecom', 'meesho', 'seller', 'supplier', 'password']

const LEAST_LETTERS = 3
const MAX_WORDS = 100

/**
 * True for a password whose letters are nothing but our words and the person's own, whatever digits and
 * signs stand around them: “Meesho@2026”, “asha.textiles99”.
 */
export function isOfKnownWords(password: string, own: readonly string[]): boolean {
  const letters = lettersOf(password).join('')
  if (letters === '') return false
  const words = [...OUR_WORDS, ...own.flatMap(lettersOf)]
    .filter((word) => word.length >= LEAST_LETTERS)
    .slice(0, MAX_WORDS)
  return isMadeOf(letters, words)
}

function lettersOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}

/** Whether words, one behind the other and each as often as need be, make up all of the text. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const reached = new Set([0])
  for (let end = 1; end <= text.length; end += 1) {
    const ends = (word: string) => text.endsWith(word, end) && reached.has(end - word.length)
    if (words.some(ends)) reached.add(end)
  }
  return reached.has(text.length)
}
