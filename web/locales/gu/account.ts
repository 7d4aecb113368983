import { exports } from './exports'
import { security } from './security'
import { settings } from './settings'
import { device, join, scopes, secret, team, tokens } from './team'

export const account = { exports, security, settings, device, join, scopes, secret, team, tokens }
