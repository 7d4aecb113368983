import { ipPrefix } from '#worker/auth/ip-prefix'
import { expect, test } from 'vitest'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
])('%s belongs to %s', (address, prefix) => expect(ipPrefix(address)).toBe(prefix))

test('two addresses of one household are one, of two households are two', () => {
  expect(ipPrefix('2001:db8:1:2::a')).toBe(ipPrefix('2001:db8:1:2:ffff::b'))
  expect(ipPrefix('2001:db8:1:2::a')).not.toBe(ipPrefix('2001:db8:1:3::a'))
})

test.each([
  undefined,
  '',
  'localhost',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  'g::1',
  '12345::1',
])('%s shares the one prefix of the unreadable', (address) =>
  expect(ipPrefix(address)).toBe('unknown'),
)
