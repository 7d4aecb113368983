export type GlossaryEntry = {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly formula?: string | undefined
  readonly files?: string | undefined
}

export type GlossaryPart = { readonly title: string; readonly entries: readonly GlossaryEntry[] }

/** An entry as it is explained; its name stands in the catalogue already. */
export type Said = Omit<GlossaryEntry, 'id' | 'name'>

/** Entries of one kind, in the order in which they are explained. Ids of different kinds never meet. */
export function glossaryEntries(
  kind: string | undefined,
  names: Readonly<Record<string, string>>,
  said: Readonly<Record<string, Said>>,
): readonly GlossaryEntry[] {
  return Object.entries(said).map(([id, entry]) => ({
    ...entry,
    id: kind === undefined ? id : `${kind}-${id}`,
    name: names[id] ?? id,
  }))
}
