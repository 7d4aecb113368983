import { exports } from './exports'
import { security } from './security'
import { settings } from './settings'
import { device, join, scopes, secret, team, tokens } from './team'

/** Of the account, its people and its files: said by the screens behind Settings. */
export const account = { exports, security, settings, device, join, scopes, secret, team, tokens }
