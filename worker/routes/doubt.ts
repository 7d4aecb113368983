import * as z from 'zod'

/** Why something that no file says was paid may have been. */
export const doubt = {
  /** It fell due after the payments files end: on which day, or null where a store has none. */
  end: z.strictObject({ paymentsTo: z.string().nullable() }).nullable(),
  /** Months in which it could have been paid in time and of which no payment is known, as `2026-08`. */
  missing: z.array(z.string()),
}
