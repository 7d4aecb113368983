import { paise } from '../../money/paise'
import { proveIdentity } from '../../settlements/identity'
import type { Case, Finding } from '../discrepancy'

// Printed terms are rounded to the paisa each, so a sum of them may be one paisa off.
const ROUNDING_TOLERANCE = 1

/** `settlement_does_not_add_up`: a row whose settlement is not the sum of its own columns. */
export function findSumsThatMiss({ facts }: Case): Finding[] {
  return facts.lines.flatMap((line): Finding[] => {
    const { unexplained } = proveIdentity(line)
    if (Math.abs(unexplained) <= ROUNDING_TOLERANCE) return []
    return [
      {
        rule: 'settlement_does_not_add_up',
        about: line.key,
        atStake: paise(Math.abs(unexplained)),
        evidence: [
          { from: 'line', key: line.key, column: 'settlement', value: line.settlement },
          { from: 'line', key: line.key, column: 'unexplained', value: unexplained },
        ],
      },
    ]
  })
}
