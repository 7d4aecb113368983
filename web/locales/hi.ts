import { tables } from './hi/tables'
import { compare } from './hi/compare'
import { coverage } from './hi/coverage'
import { faces } from './hi/faces'
import { figures } from './hi/figures'
import { imports } from './hi/imports'
import { money } from './hi/money'
import { more } from './hi/more'
import { offline } from './hi/offline'
import { orders } from './hi/orders'
import { pages } from './hi/pages'
import { profit } from './hi/profit'
import { cases, reconcile } from './hi/reconcile'
import { shell } from './hi/shell'
import { roles, workspaces } from './hi/roles'
import { visit } from './hi/visit'
import type { CommonWords } from './words'

/** The words that every screen comes with, in Hindi. */
export const hi: CommonWords = {
  ...shell,
  ...pages,
  tables,
  compare,
  cases,
  coverage,
  reconcile,
  figures,
  imports,
  faces,
  money,
  more,
  offline,
  orders,
  profit,
  roles,
  visit,
  workspaces,
}
