import { compare } from './en/compare'
import { costs } from './en/costs'
import { coverage } from './en/coverage'
import { exports } from './en/exports'
import { faces } from './en/faces'
import { figures } from './en/figures'
import { imports } from './en/imports'
import { money } from './en/money'
import { more } from './en/more'
import { offline } from './en/offline'
import { orders } from './en/orders'
import { pages } from './en/pages'
import { print } from './en/print'
import { profit } from './en/profit'
import { cases, claims, reconcile, returns } from './en/reconcile'
import { security } from './en/security'
import { shell } from './en/shell'
import { tables } from './en/tables'
import { tax } from './en/tax'
import { device, join, roles, scopes, secret, team, tokens, workspaces } from './en/team'
import { visit } from './en/visit'

/** Every word of the dashboard in English; another language is another file of this shape. */
export const en = {
  ...shell,
  ...pages,
  cases,
  claims,
  compare,
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
  print,
  profit,
  security,
  tables,
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
