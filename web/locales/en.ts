import { compare } from './en/compare'
import { coverage } from './en/coverage'
import { faces } from './en/faces'
import { figures } from './en/figures'
import { imports } from './en/imports'
import { money } from './en/money'
import { more } from './en/more'
import { offline } from './en/offline'
import { orders } from './en/orders'
import { pages } from './en/pages'
import { profit } from './en/profit'
import { cases, reconcile } from './en/reconcile'
import { shell } from './en/shell'
import { tables } from './en/tables'
import { roles, workspaces } from './en/roles'
import { visit } from './en/visit'

/** The words that every screen comes with, in English; another language is another file of this shape. */
export const en = {
  ...shell,
  ...pages,
  cases,
  compare,
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
  tables,
  roles,
  visit,
  workspaces,
}
