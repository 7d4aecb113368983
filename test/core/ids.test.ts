import {
  isOpaqueId,
  newId,
  parseSubOrderNo,
  parseSupplierId,
  subOrderNo,
  supplierId,
  workspaceId,
} from '#core/ids'
import { expect, test } from 'vitest'

test.each(['259000000000000001_1', '123456_1', '1234567890_2', '123456789012_12'])(
  '%s is a sub-order',
  (text) => {
    expect(parseSubOrderNo(text)).toBe(text)
    expect(subOrderNo(text)).toBe(text)
  },
)

test('a spreadsheet’s apostrophe is no part of an id', () => {
  expect(parseSubOrderNo("'259000000000000001_1")).toBe('259000000000000001_1')
  expect(parseSubOrderNo("''259000000000000001_1")).toBeUndefined()
})

test.each([
  '',
  '259000000000000001',
  '2.59E+17',
  '2.59E+17_1',
  '259000000000000000.0',
  '12345_1',
  '259000000000000001_',
  '259000000000000001_12345',
  '259000000000000001_1 ',
  ' 259000000000000001_1',
  '_1',
  'Sub Order No',
  '१२३४५६_1',
])('“%s” is not, and is never repaired', (text) => {
  expect(parseSubOrderNo(text)).toBeUndefined()
  expect(() => subOrderNo(text)).toThrow(RangeError)
})

test('a supplier is 2 to 12 digits', () => {
  expect(parseSupplierId('2454257')).toBe('2454257')
  for (const text of ['1', '', '1234567890123', '24a', '-24', ' 24'])
    expect(parseSupplierId(text)).toBeUndefined()
  expect(() => supplierId('x')).toThrow(RangeError)
})

test('our own ids are 20 characters of base 32, as random as their source', () => {
  let next = 0
  const count = (bytes: Uint8Array) => bytes.map(() => next++ % 256)
  const id = newId(count)
  expect(id).toBe('0123456789abcdefghij')
  expect(isOpaqueId(id)).toBe(true)
  expect(workspaceId(id)).toBe(id)
  expect(newId((bytes) => bytes.fill(255))).toBe('v'.repeat(20))
  for (const text of ['', '1', 'A'.repeat(20), '../../etc/passwd.....', 'a'.repeat(33)])
    expect(() => workspaceId(text)).toThrow(RangeError)
})
