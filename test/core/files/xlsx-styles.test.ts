import { isDateFormat, isoDateText, OFFSET_1904, serialText } from '#core/files/xlsx-styles'
import { expect, test } from 'vitest'

test.each([
  'yyyy-mm-dd',
  'd/m/yy',
  '[$-409]d-mmm-yy;@',
  'hh:mm:ss',
  'mmm-yy',
  '[Red]dd-mm-yyyy',
  'h:mm AM/PM',
])('%s shows a date or a time', (code) => expect(isDateFormat(code)).toBe(true))

test.each([
  'General',
  '0.00',
  '#,##0',
  '"day" 0',
  '0\\d',
  '[h]:mm',
  '[mm]:ss',
  '0.00E+00',
  '@',
  '[Red]0.0',
  '0_d',
  '0;"dd"',
])('%s shows no date', (code) => expect(isDateFormat(code)).toBe(false))

test.each([
  ['45901', '2025-09-01'],
  ['45901.5', '2025-09-01 12:00:00'],
  ['45901.99999', '2025-09-01 23:59:59'],
  ['45901.999999', '2025-09-02'],
  ['46235.79', '2026-08-01 18:57:36'],
  ['61', '1900-03-01'],
  ['0.25', '06:00:00'],
  ['0', '00:00:00'],
])('the serial day %s is %s', (serial, text) => {
  expect(serialText(serial, 0)).toBe(text)
})

test('day 60, days before it, days before time began and days after 2199 stay numbers', () => {
  expect(serialText('60', 0)).toBe('60')
  expect(serialText('59.5', 0)).toBe('59.5')
  expect(serialText('-1', 0)).toBe('-1')
  expect(serialText('109575', 0)).toBe('109575')
  expect(serialText('109574', 0)).toBe('2199-12-31')
})

test('the 1904 system is four years and a day later', () => {
  expect(serialText('0', OFFSET_1904)).toBe('1904-01-01')
  expect(serialText('44439', OFFSET_1904)).toBe('2025-09-01')
})

test('a date cell of the strict dialect is the same text', () => {
  expect(isoDateText('2026-08-21T00:00:00')).toBe('2026-08-21')
  expect(isoDateText('2026-08-21T10:11:12.000Z')).toBe('2026-08-21 10:11:12')
  expect(isoDateText('2026-08-21')).toBe('2026-08-21')
  expect(isoDateText('soon')).toBe('soon')
})
