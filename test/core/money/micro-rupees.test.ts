import { microRupees, parseMicroRupees, sumMicroRupees, toPaise } from '#core/money/micro-rupees'
import { paise } from '#core/money/paise'
import { roundDecimal } from '#core/money/rupees'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

test('a value is read to a millionth of a rupee, half a millionth away from zero', () => {
  expect(parseMicroRupees('322.85714285714283')).toBe(322_857_143)
  expect(parseMicroRupees('-9.523809523809524')).toBe(-9_523_810)
  expect(parseMicroRupees('0.0000005')).toBe(1)
  expect(parseMicroRupees('0.00000049')).toBe(0)
  expect(parseMicroRupees('-0.0000005')).toBe(-1)
  expect(parseMicroRupees('480.0')).toBe(480_000_000)
  expect(parseMicroRupees('4.7E-05')).toBe(47)
  expect(parseMicroRupees('1.2345678E+2')).toBe(123_456_780)
})

test('what is no amount is no value, and a zero below zero is zero', () => {
  for (const text of ['', 'null', 'NA', '1,2', '12 rupees', '1.2.3', '--1'])
    expect(parseMicroRupees(text)).toBeUndefined()
  expect(Object.is(parseMicroRupees('-0.0'), 0)).toBe(true)
})

test('a cost with endless decimals is rounded to the paisa', () => {
  expect(roundDecimal('207.8666666667', 2)).toBe(207_87)
  expect(roundDecimal('207.865', 2)).toBe(207_87)
  expect(roundDecimal('207.8649999', 2)).toBe(207_86)
  expect(roundDecimal('0.004', 2)).toBe(0)
  expect(roundDecimal('5', 2)).toBe(5_00)
})

test('half a paisa rounds away from zero', () => {
  expect(toPaise(microRupees(5_000))).toBe(1)
  expect(toPaise(microRupees(4_999))).toBe(0)
  expect(toPaise(microRupees(-5_000))).toBe(-1)
  expect(toPaise(microRupees(-14_999))).toBe(-1)
})

test('whole paise are the same in millionths, and a sum of them too', () => {
  assert(
    property(integer({ min: -1_00_00_000, max: 1_00_00_000 }), (amount) => {
      expect(toPaise(microRupees(amount * 10_000))).toBe(paise(amount))
      const parts = [microRupees(amount * 10_000), microRupees(-amount * 10_000)]
      expect(sumMicroRupees(parts)).toBe(0)
    }),
  )
})
