import { tables } from './gu/tables'
import { compare } from './gu/compare'
import { coverage } from './gu/coverage'
import { faces } from './gu/faces'
import { figures } from './gu/figures'
import { imports } from './gu/imports'
import { money } from './gu/money'
import { more } from './gu/more'
import { offline } from './gu/offline'
import { orders } from './gu/orders'
import { pages } from './gu/pages'
import { profit } from './gu/profit'
import { cases, reconcile } from './gu/reconcile'
import { shell } from './gu/shell'
import { roles, workspaces } from './gu/roles'
import { visit } from './gu/visit'
import type { CommonWords } from './words'

/** The words that every screen comes with, in Gujarati. */
export const gu: CommonWords = {
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
