import { createSignal } from 'solid-js'
import { readStored, store } from '../storage'

/** The filters, days and columns of a screen, under a name of a person's own. */
export type SavedView = { readonly name: string; readonly search: string }

export const MOST_VIEWS = 50
const LONGEST_NAME = 60
const LONGEST_SEARCH = 4_000

/** What stands in the browser is text that anybody may have written: whatever is no view is left out. */
export function readViews(stored: string | null): readonly SavedView[] {
  const value = parse(stored ?? '')
  return Array.isArray(value) ? value.filter(isView).slice(0, MOST_VIEWS) : []
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false
  if (!('name' in value) || !('search' in value)) return false
  const { name, search } = value
  return typeof name === 'string' && typeof search === 'string' && isShort(name, search)
}

function isShort(name: string, search: string): boolean {
  return name.length > 0 && name.length <= LONGEST_NAME && search.length <= LONGEST_SEARCH
}

export type ViewTrouble = 'taken' | 'full'

/** The views of one table of one workspace, as this browser keeps them. */
export function createSavedViews(workspaceId: string, table: string) {
  const name = `views.${workspaceId}.${table}`
  const [views, setViews] = createSignal(readViews(readStored(name)))
  const keep = (next: readonly SavedView[]) => {
    setViews(next)
    store(name, next.length > 0 ? JSON.stringify(next) : undefined)
  }
  const isTaken = (wanted: string) => views().some((view) => view.name === wanted)
  return {
    views,
    add: (wanted: string, search: string): ViewTrouble | undefined => {
      if (isTaken(wanted)) return 'taken'
      if (views().length >= MOST_VIEWS) return 'full'
      keep([...views(), { name: wanted.slice(0, LONGEST_NAME), search }])
      return undefined
    },
    rename: (from: string, to: string): ViewTrouble | undefined => {
      if (isTaken(to)) return from === to ? undefined : 'taken'
      const renamed = to.slice(0, LONGEST_NAME)
      keep(views().map((view) => (view.name === from ? { ...view, name: renamed } : view)))
      return undefined
    },
    remove: (gone: string) => keep(views().filter((view) => view.name !== gone)),
  }
}
