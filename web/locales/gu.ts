import { print } from './gu/print'
import { tables } from './gu/tables'
import { compare } from './gu/compare'
import { costs } from './gu/costs'
import { coverage } from './gu/coverage'
import { exports } from './gu/exports'
import { faces } from './gu/faces'
import { figures } from './gu/figures'
import { imports } from './gu/imports'
import { money } from './gu/money'
import { more } from './gu/more'
import { offline } from './gu/offline'
import { orders } from './gu/orders'
import { pages } from './gu/pages'
import { profit } from './gu/profit'
import { cases, claims, reconcile, returns } from './gu/reconcile'
import { security } from './gu/security'
import { shell } from './gu/shell'
import { tax } from './gu/tax'
import { device, join, roles, scopes, secret, team, tokens, workspaces } from './gu/team'
import { visit } from './gu/visit'
import type { Catalogue } from './words'

/** Every word of the dashboard in Gujarati. */
export const gu: Catalogue = {
  ...shell,
  ...pages,
  print,
  tables,
  compare,
  cases,
  claims,
  costs,
  coverage,
  exports,
  reconcile,
  returns,
  figures,
  imports,
  faces,
  money,
  more,
  offline,
  orders,
  profit,
  security,
  tax,
  device,
  join,
  roles,
  scopes,
  secret,
  team,
  tokens,
  visit,
  workspaces,
}
