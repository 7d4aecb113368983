import { findState, stateName } from '#core/tax/states'
import { expect, test } from 'vitest'

test.each([
  ['ORISSA', 'ODISHA', '21'],
  ['Odisha', 'ODISHA', '21'],
  ['PONDICHERRY', 'PUDUCHERRY', '34'],
  ['JAMMU & KASHMIR', 'JAMMU AND KASHMIR', '01'],
  ['jammu and kashmir', 'JAMMU AND KASHMIR', '01'],
  [' uttar  pradesh ', 'UTTAR PRADESH', '09'],
  ['Delhi', 'DELHI', '07'],
  ['Daman & Diu', 'DADRA AND NAGAR HAVELI AND DAMAN AND DIU', '26'],
])('%s is %s', (text, name, code) => {
  expect(findState(text)).toEqual({ code, name })
  expect(stateName(text)).toBe(name)
})

test('a name that is no state’s is kept as it is', () => {
  expect(findState('Atlantis')).toBeUndefined()
  expect(stateName('Atlantis ')).toBe('ATLANTIS')
})
