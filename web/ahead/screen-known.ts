import { isRole } from '../roles'
import { readStored } from '../storage'

/** Whether an address says which screen opens: at `/`, whoever was not signed in here is led elsewhere. */
export function isScreenKnown(pathname: string): boolean {
  return pathname !== '/' || isRole(readStored('role'))
}
