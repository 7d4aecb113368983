import { type Accessor, createContext, useContext } from 'solid-js'
import type { Me } from './api-shapes'

export type Role = Me['workspace']['role']
export const ROLES = ['owner', 'manager', 'accountant', 'packer'] as const satisfies readonly Role[]
export type MemberRole = (typeof ROLES)[number]

export function isRole(text: string | null): text is Role {
  return text === 'visitor' || ROLES.some((role) => role === text)
}

/**
 * Money; a change of anything in the workspace; its people; an account of one's own; everything as one file.
 * The API refuses by its own table.
 */
export type Right = 'figures' | 'changes' | 'team' | 'account' | 'archive'

const RIGHTS: Readonly<Record<Right, readonly Role[]>> = {
  figures: ['owner', 'manager', 'accountant', 'visitor'],
  changes: ['owner', 'manager'],
  team: ['owner'],
  account: ['owner', 'manager', 'accountant', 'packer'],
  archive: ['owner', 'manager', 'accountant'],
}

export function isAllowed(role: Role, right: Right): boolean {
  return RIGHTS[right].includes(role)
}

/** Screens of everybody; below them everything else is about money. */
const OF_EVERYBODY = ['/returns', '/claims']

/** What one must be allowed to open a screen; nothing where everybody may. */
export function rightOfPage(path: string): Right | undefined {
  if (isUnder(path, '/settings/team')) return 'team'
  if (isUnder(path, '/settings')) return 'account'
  return OF_EVERYBODY.some((each) => isUnder(path, each)) ? undefined : 'figures'
}

function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** The role of who is signed in, as the shell knows it before it shows any screen. */
export const RoleContext = /* @__PURE__ */ createContext<Accessor<Role>>((): Role => 'owner')

/** Asks whether who is looking may: what they may not is not shown to them. */
export function useMay(): (right: Right) => boolean {
  const role = useContext(RoleContext)
  return (right) => isAllowed(role(), right)
}
