// Runs before the first paint, from a file of its own because the policy allows no inline script.
// A block, so that nothing of it is known to the page.
{
  const page = document.documentElement
  const [theme, chosen] = ['theme', 'language'].map((key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      // A browser that refuses storage follows the system's theme and its own language.
      return null
    }
  })
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme

  const wishes = [chosen, ...navigator.languages].map((wish) => String(wish).split('-')[0])
  const language = wishes.find((wish) => ['en', 'hi', 'gu'].includes(wish)) ?? 'en'
  page.lang = `${language}-IN`

  // Only the build knows where the words are; it wrote the addresses into this script's own tag.
  const words = document.currentScript.dataset[language]
  for (const href of words ? words.split(' ') : []) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = ''
    link.href = href
    document.head.append(link)
  }
}
