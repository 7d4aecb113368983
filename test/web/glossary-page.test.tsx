import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { BUCKETS } from '#core/reconciliation/standing'
import { RULES } from '#core/reconciliation/discrepancy'
import { definitions } from '../../web/locales/en/definitions'
import { glossaryParts } from '../../web/locales/en/glossary'
import { findEntries } from '../../web/pages/glossary/find-entries'
import { GlossaryPage } from '../../web/pages/glossary-page'
import { showAt } from './support/api'

afterEach(cleanup)

const entries = glossaryParts.flatMap((part) => part.entries)
const idsFor = (asked: string) =>
  findEntries(glossaryParts, asked).flatMap((part) => part.entries.map(({ id }) => id))

test('every figure that can be asked about, every bucket and every rule has an entry', () => {
  const ids = new Set(entries.map(({ id }) => id))
  expect(ids.size).toBe(entries.length)
  const wanted = [
    ...Object.keys(definitions),
    ...BUCKETS.map((bucket) => `bucket-${bucket}`),
    ...RULES.map((rule) => `rule-${rule}`),
  ]
  expect(wanted.filter((id) => !ids.has(id))).toEqual([])
})

test('no entry is called by its name in code', () => {
  const codes = entries.filter(({ id, name }) => name === id || name === '')
  expect(codes).toEqual([])
})

test('a search finds names, formulas and files, and wants every word', () => {
  expect(idsFor('194-O')).toContain('tds')
  expect(idsFor('Total Ads Cost')).toEqual(['ads'])
  expect(idsFor('final settlement 18 terms')).toEqual([
    'unexplained',
    'rule-settlement_does_not_add_up',
  ])
  expect(idsFor('settlement zebra')).toEqual([])
  expect(idsFor('   ')).toHaveLength(entries.length)
})

test('a figure shows what it is, how it is made and from which files, at an address of its own', () => {
  showAt('/glossary', GlossaryPage)
  const entry = document.getElementById('bankReceipts')
  expect(entry?.textContent).toContain('Settlement + Ads + Referral payments')
  expect(entry?.textContent).toContain('Payments to Date')
  const link = screen.getByRole('link', { name: 'Link to Bank receipts' })
  expect(link.getAttribute('href')).toContain('#bankReceipts')
})

test('typing narrows the page, and what is found is said aloud', async () => {
  showAt('/glossary', GlossaryPage)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'Total Ads Cost' } })
  const found = await screen.findByText('1 entry')
  expect(found.getAttribute('role')).toBe('status')
  expect(screen.getAllByRole('article')).toHaveLength(1)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'zebra' } })
  await screen.findByText('No entry has these words')
  fireEvent.click(screen.getByRole('button', { name: 'Clear search' }))
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(entries.length))
})

test('the entry that the address names stands out', () => {
  showAt('/glossary#tds', GlossaryPage)
  const here = [...document.querySelectorAll('[data-here="true"]')]
  expect(here.map(({ id }) => id)).toEqual(['tds'])
})

test('an address with words to search opens with what it finds', () => {
  showAt('/glossary?q=RTO%20charged', GlossaryPage)
  expect(document.getElementById('rule-rto_charged')).not.toBeNull()
})
