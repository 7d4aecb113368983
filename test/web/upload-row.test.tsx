import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { UploadRow } from '../../web/pages/imports/upload-row'
import { report, upload } from './support/figures'

afterEach(cleanup)

const NOTICE = { code: 'tcs-legend-stale', detail: 'The formula row says that TCS is 1 %.' }

test('what a file says of itself that is not so stands under its report, and its rows count', () => {
  const payments = report({ kind: 'payments.orders', rows: 178, new: 178, notices: [NOTICE] })
  const ads = report({ id: 2, kind: 'payments.ads' })
  render(() => <UploadRow upload={upload({ reports: [payments, ads] })} onUndo={() => {}} />)
  const said = screen.getByText(NOTICE.detail)
  expect(said.closest('li')?.textContent).toContain('Order paymentsNew178')
  expect(screen.getAllByText(/formula row/)).toHaveLength(1)
})

test.each([
  ['held-back', upload({ reports: [report({ quarantined: NOTICE })] })],
  ['failed', upload({ status: 'failed', error: NOTICE })],
])('a file that is not counted leads to what can be done: %s', (place, file) => {
  render(() => <UploadRow upload={file} onUndo={() => {}} />)
  const link = screen.getByRole('link', { name: /^What to do/ })
  expect(link.getAttribute('href')).toBe(`/help#${place}`)
})

test('a file that was read needs no help', () => {
  render(() => <UploadRow upload={upload({ reports: [report({})] })} onUndo={() => {}} />)
  expect(screen.queryByRole('link', { name: /^What to do/ })).toBeNull()
})
