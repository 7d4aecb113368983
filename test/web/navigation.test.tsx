import { MemoryRouter, Route, createMemoryHistory } from '@solidjs/router'
import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import { createSignal, type JSX, Show } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import type { Role } from '../../web/roles'
import { MoreSheet } from '../../web/shell/more-sheet'
import { Navigation } from '../../web/shell/navigation'
import { barOf, grouped, placesOf, sheetOf } from '../../web/shell/places'

const paths = (places: readonly { path: string }[]) => places.map(({ path }) => path)

// The screen of this machine: every query has one answer, which a test changes.
const device = vi.hoisted(() => {
  let matches = false
  const followers: (() => void)[] = []
  window.matchMedia = (media) =>
    ({
      media,
      get matches() {
        return matches
      },
      addEventListener: (_: string, follower: () => void) => followers.push(follower),
    }) as never
  return {
    isPhone(next: boolean) {
      matches = next
      for (const follower of followers) follower()
    },
  }
})

afterEach(cleanup)

/** The navigation on a screen of this width, at an address. */
function show(address: string, role: Role, isPhone: boolean): void {
  device.isPhone(isPhone)
  showScreen(address, () => <Navigation role={role} />)
}

function showScreen(address: string, screenOf: () => JSX.Element): void {
  const history = createMemoryHistory()
  history.set({ value: address })
  render(() => (
    <MemoryRouter history={history}>
      <Route path="*" component={screenOf} />
    </MemoryRouter>
  ))
}

test('an owner has the overview, profit, reconcile and files below; a packer returns and claims', () => {
  expect(paths(barOf('owner'))).toEqual(['/', '/profit', '/reconcile', '/imports'])
  expect(paths(barOf('packer'))).toEqual(['/returns', '/claims'])
  expect(paths(sheetOf('packer'))).toEqual(['/settings', '/help', '/glossary'])
})

test.each(['owner', 'manager', 'accountant', 'packer'] as const)(
  'no place is out of reach for a %s: the bar and the sheet together have each once',
  (role) => {
    const both = [...barOf(role), ...sheetOf(role)]
    expect(new Set(both)).toEqual(new Set(placesOf(role)))
    expect(both.length).toBe(placesOf(role).length)
    expect(grouped(both).flatMap(({ places }) => places).length).toBe(both.length)
  },
)

test('on a phone the bar has four places, and “More” says that it opens something', () => {
  show('/claims?period=last-month', 'owner', true)
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/?period=last-month',
    '/profit?period=last-month',
    '/reconcile?period=last-month',
    '/imports?period=last-month',
  ])
  const more = screen.getByRole('button', { name: 'More' })
  expect(more.getAttribute('aria-haspopup')).toBe('dialog')
  expect(more.getAttribute('aria-expanded')).toBe('false')
})

test('the sheet has the other places by group, and says where one is', async () => {
  const onClose = vi.fn()
  showScreen('/claims', () => (
    <MoreSheet places={sheetOf('owner')} onClose={onClose} opener={undefined} />
  ))
  const sheet = await screen.findByRole('dialog', { name: 'More' })
  expect([...sheet.querySelectorAll('h3')].map((each) => each.textContent)).toEqual([
    'Money',
    'Orders',
    'Tax and costs',
    'Files and settings',
  ])
  expect(sheet.querySelector('[aria-current=page]')?.textContent).toBe('Claims')
  screen.getByRole('button', { name: 'Close' }).click()
  expect(onClose).toHaveBeenCalledOnce()
})

test('who closes the sheet goes on from the button, and who leaves by a place does not', async () => {
  const [isOpen, setOpen] = createSignal(false)
  const [button, setButton] = createSignal<HTMLButtonElement>()
  showScreen('/claims', () => (
    <>
      <button ref={setButton} type="button">
        Opens it
      </button>
      <Show when={isOpen()}>
        <MoreSheet places={sheetOf('owner')} onClose={() => setOpen(false)} opener={button()} />
      </Show>
    </>
  ))
  setOpen(true)
  ;(await screen.findByRole('button', { name: 'Close' })).click()
  await waitFor(() => expect(document.activeElement).toBe(button()))

  button()?.blur()
  setOpen(true)
  ;(await screen.findByRole('link', { name: 'Payouts' })).click()
  setOpen(false)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).not.toBe(button())
})

test('beside the page on a desk stand the same groups, each with its name', async () => {
  show('/provenance?figure=pnl.fees', 'owner', false)
  expect(screen.queryByRole('button', { name: 'More' })).toBeNull()
  const money = screen.getByRole('list', { name: 'Money' })
  expect([...money.querySelectorAll('a')].map((each) => each.textContent)).toContain('Payouts')
  expect(screen.getByRole('link', { name: 'Profit' }).getAttribute('aria-current')).toBe('page')
})
