import type { GlossaryPart } from '../../locales/en/glossary'

/** Every word that is asked for must stand somewhere in the entry. */
export function findEntries(
  parts: readonly GlossaryPart[],
  asked: string,
): readonly GlossaryPart[] {
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean)
  return parts
    .map((part) => ({
      ...part,
      entries: part.entries.filter((entry) => {
        const said = [entry.name, entry.what, entry.formula, entry.files].join(' ').toLowerCase()
        return wanted.every((word) => said.includes(word))
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}
