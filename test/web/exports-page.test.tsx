import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { ExportsPage } from '../../web/pages/exports-page'
import { faceOf, needsAttention } from '../../web/uploads/upload-state'
import { upload } from './support/figures'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** An API with two files of 3 MB in all; tells what it was asked. */
function stubApi(
  check = () => Response.json({ files: 2, bytes: 3_000_000, isWithoutRows: false }),
) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    const path = String(input instanceof Request ? input.url : input)
    asked.push(`${init.method ?? 'GET'} ${path}`)
    if (path.endsWith('/archive/check')) return check()
    if (path.endsWith('/archive'))
      return Response.json({ files: 2, bytes: 3_000_000, isWithoutRows: false })
    if (path.endsWith('/uploads?limit=200')) return Response.json({ items: [], nextCursor: null })
    return Response.json({ user: {}, workspace: {}, stores: [] })
  })
  return asked
}

async function show(search = '?from=2026-06-01&to=2026-08-31&basis=order') {
  const history = createMemoryHistory()
  history.set({ value: `/exports${search}` })
  render(() => (
    <MemoryRouter history={history}>
      <Route path="/exports" component={ExportsPage} />
    </MemoryRouter>
  ))
  await screen.findByText('Tables')
}

const hrefOf = (name: string) => screen.getByLabelText(`Download CSV: ${name}`).getAttribute('href')

test('each table is a download of the days and the basis that the toolbar says', async () => {
  stubApi()
  await show()
  expect(hrefOf('Settlements')).toBe('/api/export/settlements.csv?from=2026-06-01&to=2026-08-31')
  expect(hrefOf('Orders')).toBe('/api/export/orders.csv?from=2026-06-01&to=2026-08-31')
  expect(hrefOf('Profit and loss, SKUs')).toBe(
    '/api/export/pnl.csv?from=2026-06-01&to=2026-08-31&basis=order&group=sku',
  )
  const links = screen.getAllByRole('link').filter((link) => link.hasAttribute('download'))
  expect(hrefOf('Ads')).toBe('/api/export/ads.csv?from=2026-06-01&to=2026-08-31&basis=order')
  expect(links).toHaveLength(11)
})

test('the archive says how large it is, and is sent by a form once the person may have it', async () => {
  const asked = stubApi()
  const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {})
  await show()
  expect(await screen.findByText('2 files, 3.0 MB')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Download archive' }))
  await waitFor(() => expect(submit).toHaveBeenCalledTimes(1))
  expect(asked.some((one) => one.startsWith('POST') && one.endsWith('/archive/check'))).toBe(true)
  const form = document.querySelector('form')
  expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual([
    'post',
    '/api/export/archive',
  ])
})

test('an archive that cannot be packed is not sent', async () => {
  stubApi(() => Response.json({ code: 'archive-too-many-files', detail: 'No.' }, { status: 422 }))
  const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {})
  await show()
  const button = await screen.findByRole('button', { name: 'Download archive' })
  fireEvent.click(button)
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false))
  expect(submit).not.toHaveBeenCalled()
})

test('an archive that was taken apart is read, and needs no attention for having no report', () => {
  const archive = { files: 5, stores: 2, costs: 2, overheads: 2, marks: 3 }
  const read = upload({ reports: [], archive })
  expect(faceOf(read)).toBe('done')
  expect(needsAttention(read)).toBe(false)
})
