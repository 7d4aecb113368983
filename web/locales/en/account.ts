/** Of the account, its people and its files: said by the screens behind Settings. */
export { exports } from './exports'
export { security } from './security'
export { settings } from './settings'
export { device, join, scopes, secret, team, tokens } from './team'
