import { expect, test } from 'vitest'
import {
  faceOf,
  isWorking,
  needsAttention,
  pollDelay,
  tellingReports,
} from '../../web/uploads/upload-state'
import { report, upload } from './support/figures'

test.each([
  ['parsing', upload({ status: 'parsing', reports: [] })],
  ['failed', upload({ status: 'failed', reports: [] })],
  ['done', upload()],
  ['partly', upload({ reports: [report({ rejected: 1 })] })],
  ['partly', upload({ unrecognised: ['Notes'] })],
  ['unrecognised', upload({ reports: [], unrecognised: ['photo.jpg'] })],
  ['quarantined', upload({ reports: [report(), report({ quarantined: held() })] })],
] as const)('an upload is %s', (face, given) => {
  expect(faceOf(given)).toBe(face)
})

function held() {
  return { code: 'columns-unknown', detail: 'A column is new.' }
}

test('a file that is read, or on its way, asks for nobody', () => {
  expect(needsAttention(upload())).toBe(false)
  expect(needsAttention(upload({ status: 'queued', reports: [] }))).toBe(false)
  expect(needsAttention(upload({ status: 'failed', reports: [] }))).toBe(true)
})

test('only queued and parsing files are worked on', () => {
  const statuses = ['queued', 'parsing', 'done', 'failed'] as const
  expect(statuses.filter((status) => isWorking(upload({ status })))).toEqual(['queued', 'parsing'])
})

test('empty sheets are not told, held back ones are', () => {
  const reports = [report({ rows: 0 }), report({ rows: 0, quarantined: held() }), report()]
  expect(tellingReports(upload({ reports }))).toEqual(reports.slice(1))
})

test('asking slows down, and never below once in eight seconds', () => {
  expect(pollDelay(0)).toBe(1_000)
  expect(pollDelay(1)).toBe(1_500)
  expect(pollDelay(50)).toBe(8_000)
})
