import { revalidate } from '@solidjs/router'
import { loadMe, loadSecurityEvents, loadSessions } from '../../api'
import { loadPasskeys, loadSecondFactors } from '../../security-api'

/** After anything on this page: each act adds an event, and most end sessions. */
export function refresh(): Promise<void> {
  return revalidate([
    loadMe.key,
    loadSecondFactors.key,
    loadPasskeys.key,
    loadSessions.key,
    loadSecurityEvents.key,
  ])
}
