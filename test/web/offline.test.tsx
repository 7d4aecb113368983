import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepDraft, restoreDraft } from '../../web/drafts'
import { endSession, hadOwner, leave, ownerNow, setOwner } from '../../web/offline/owner'
import { overviewAddress } from '../../web/offline/overview-address'
import { refusalOf } from '../../web/offline/stores'
import { readFilters } from '../../web/address-filters'
import { businessDate } from '#core/dates'

const MB = 1024 * 1024
const NOTHING = { files: 0, bytes: 0 }

beforeEach(() => leave())
afterEach(() => document.body.replaceChildren())

test('shared files are taken up to what the service takes, and beyond it none of them', () => {
  expect(refusalOf([100 * MB, 100 * MB], NOTHING)).toBeUndefined()
  expect(refusalOf([100 * MB + 1], NOTHING)).toBe('too-large')
  expect(refusalOf([90 * MB, 90 * MB, 90 * MB], NOTHING)).toBe('too-large')
  expect(refusalOf([100 * MB], { files: 2, bytes: 101 * MB })).toBe('too-large')
  expect(
    refusalOf(
      Array.from({ length: 50 }, () => 1),
      NOTHING,
    ),
  ).toBeUndefined()
  expect(refusalOf([1], { files: 50, bytes: 50 })).toBe('too-many')
  expect(refusalOf([], NOTHING)).toBe('none')
})

function form(fields: string): HTMLFormElement {
  document.body.innerHTML = `<form>${fields}</form>`
  return document.querySelector('form')!
}

const FIELDS = `<input name="cost"><input name="old" type="password">
  <input name="code" autocomplete="one-time-code"><input name="all" type="checkbox">
  <select name="store"><option value=""></option><option value="two"></option></select>`

function typeInto(written: HTMLFormElement): void {
  written.querySelector<HTMLInputElement>('[name=cost]')!.value = '212.50'
  written.querySelector<HTMLInputElement>('[name=old]')!.value = 'a parcel came back'
  written.querySelector<HTMLInputElement>('[name=code]')!.value = '123456'
  written.querySelector<HTMLInputElement>('[name=all]')!.checked = true
  written.querySelector<HTMLSelectElement>('[name=store]')!.value = 'two'
}

const read = (written: HTMLFormElement) => Object.fromEntries(new FormData(written))

test('what was typed comes back once, without passwords and codes', () => {
  setOwner('asha shop owner')
  const before = form(FIELDS)
  typeInto(before)
  keepDraft('/costs New cost', before)
  endSession()
  setOwner('asha shop owner')
  const after = form(FIELDS)
  restoreDraft('/costs Another', after)
  expect(read(after)['cost']).toBe('')
  restoreDraft('/costs New cost', after)
  expect(read(after)).toEqual({ cost: '212.50', old: '', code: '', all: 'on', store: 'two' })

  const again = form(FIELDS)
  restoreDraft('/costs New cost', again)
  expect(read(again)['cost']).toBe('')
})

test.each(['meena shop owner', 'asha other-shop owner', 'asha shop accountant'])(
  'nobody finds what another typed: %s',
  (next) => {
    setOwner('asha shop owner')
    const before = form(FIELDS)
    typeInto(before)
    keepDraft('/costs New cost', before)
    endSession()
    setOwner(next)
    const after = form(FIELDS)
    restoreDraft('/costs New cost', after)
    expect(read(after)['cost']).toBe('')
  },
)

test('an ended session has no owner, and is still known to have had one', () => {
  setOwner('asha shop owner')
  expect(ownerNow()).toBe('asha shop owner')
  endSession()
  expect([ownerNow(), hadOwner()]).toEqual([undefined, true])
  leave()
  expect(hadOwner()).toBe(false)
})

test('an overview is opened again by its days, not by a name that moves with the calendar', () => {
  const filters = readFilters(
    { period: 'last-month', basis: 'order', store: 's1' },
    businessDate('2026-09-03'),
  )
  expect(overviewAddress(filters)).toBe('?from=2026-08-01&to=2026-08-31&basis=order&store=s1')
})
