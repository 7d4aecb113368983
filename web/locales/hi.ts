import { print } from './hi/print'
import { tables } from './hi/tables'
import { compare } from './hi/compare'
import { costs } from './hi/costs'
import { coverage } from './hi/coverage'
import { exports } from './hi/exports'
import { faces } from './hi/faces'
import { figures } from './hi/figures'
import { imports } from './hi/imports'
import { money } from './hi/money'
import { more } from './hi/more'
import { offline } from './hi/offline'
import { orders } from './hi/orders'
import { pages } from './hi/pages'
import { profit } from './hi/profit'
import { cases, claims, reconcile, returns } from './hi/reconcile'
import { security } from './hi/security'
import { shell } from './hi/shell'
import { tax } from './hi/tax'
import { device, join, roles, scopes, secret, team, tokens, workspaces } from './hi/team'
import { visit } from './hi/visit'
import type { Catalogue } from './words'

/** Every word of the dashboard in Hindi. */
export const hi: Catalogue = {
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
