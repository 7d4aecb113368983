import { cleanup, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { help } from '../../web/locales/en/help'
import { imports } from '../../web/locales/en/imports'
import { HelpPage } from '../../web/pages/help-page'
import { showAt } from './support/api'

afterEach(cleanup)

test('each file of the first-run guide is in the help, with the same way to it', () => {
  showAt('/help', HelpPage)
  for (const step of Object.values(imports.guide.steps)) {
    const card = screen.getByRole('heading', { level: 3, name: step.name }).closest('article')!
    const picture = within(card).getByRole('img')
    expect(picture.getAttribute('aria-label')).toContain(step.path.join(', then '))
    expect(picture.textContent).toContain(step.gives)
  }
})

test('eight files are explained, each with its picture in words and what is read of it', () => {
  showAt('/help', HelpPage)
  const names = screen.getAllByRole('img').map((picture) => picture.getAttribute('aria-label'))
  expect(names).toHaveLength(8)
  expect(names).toContain(
    'GST report: in the supplier panel choose Payments, then Download, then GST Report. It gives gst_….zip.',
  )
  expect(names).toContain('Claims: the file is called Supplier-…_Status-all_….csv.')
  expect(screen.getAllByRole('heading', { level: 4, name: 'What we read' })).toHaveLength(8)
})

test('every state in which a file is not counted says what to do', () => {
  showAt('/help', HelpPage)
  for (const name of ['Held back', 'Not recognised', 'Read in part', 'Failed', 'Not sent']) {
    const card = screen.getByRole('heading', { level: 3, name }).closest('article')!
    expect(card.textContent).toContain('What to do:')
  }
})

test('the contents lead to places that are on the page', () => {
  showAt('/help', HelpPage)
  const contents = screen.getByRole('navigation', { name: 'On this page' })
  const places = within(contents)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href')?.split('#')[1] ?? '')
  expect(places).toHaveLength(help.items.length + help.problems.length)
  expect(new Set(places).size).toBe(places.length)
  expect(places.filter((id) => document.getElementById(id) === null)).toEqual([])
})
