import { revalidate } from '@solidjs/router'
import { loadMe, loadSecurityEvents, loadSessions } from '../../api'
import { troubleWords } from '../../components/face'
import { showToast } from '../../components/toasts'
import { loadPasskeys, loadSecondFactors } from '../../security-api'

/** Says in a toast what went wrong, for a button that stands alone. */
export async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    showToast(troubleWords(error).detail, 'bad')
  }
}

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
