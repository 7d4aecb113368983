import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { TeamPage } from '../../web/pages/team-page'
import { answerWith, showAt } from './support/api'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const team = {
  members: [
    {
      id: 'one',
      name: 'Asha',
      email: 'asha@example.test',
      role: 'owner',
      since: '2026-01-02T06:30:00.000Z',
      until: null,
      isMe: true,
    },
    {
      id: 'two',
      name: 'Ravi',
      email: 'ravi@example.test',
      role: 'accountant',
      since: '2026-06-01T06:30:00.000Z',
      until: '2026-09-01T06:30:00.000Z',
      isMe: false,
    },
  ],
  invitations: [
    {
      id: 'three',
      role: 'packer',
      email: null,
      byLink: true,
      memberUntil: '2026-10-01T06:30:00.000Z',
      createdAt: '2026-09-01T06:30:00.000Z',
      expiresAt: '2026-09-08T06:30:00.000Z',
    },
  ],
}

function show(answers: Parameters<typeof answerWith>[0] = {}) {
  const calls = answerWith({ 'GET /api/team': () => team, ...answers })
  showAt('/settings/team', TeamPage)
  return calls
}
const sent = (calls: ReturnType<typeof answerWith>) =>
  calls.filter(({ method }) => method !== 'GET').map(({ method, url, body }) => [method, url, body])
const press = async (name: string, at = 0) =>
  fireEvent.click((await screen.findAllByRole('button', { name }))[at]!)

test('everybody stands with their role and the day their place ends', async () => {
  show()
  expect(await screen.findByText('Asha · You')).toBeDefined()
  expect(
    screen.getByText('Accountant · Since 01 Jun 2026, 12:00 · until 01 Sep 2026, 12:00'),
  ).toBeDefined()
  expect(
    screen.getByText(
      'Packer · Open until 08 Sep 2026, 12:00 · gives a place until 01 Oct 2026, 12:00',
    ),
  ).toBeDefined()
})

test('somebody is invited by mail, with the role that was chosen', async () => {
  const calls = show({ 'POST /api/team/invitations': () => ({ invitation: {}, link: null }) })
  await press('Invite by mail')
  fireEvent.input(await screen.findByLabelText('Their email'), {
    target: { value: 'meena@example.test' },
  })
  fireEvent.click(screen.getByRole('radio', { name: /^Packer/ }))
  await press('Send invitation')
  expect(await screen.findByText('An invitation is on its way to meena@example.test')).toBeDefined()
  expect(sent(calls)).toEqual([
    ['POST', '/api/team/invitations', { role: 'packer', email: 'meena@example.test' }],
  ])
})

test('the link for an accountant is shown once, and only the button takes it away', async () => {
  const link = 'https://app.example.test/join?token=abc'
  const calls = show({ 'POST /api/team/invitations': () => ({ invitation: {}, link }) })
  await press('Make a link')
  expect(await screen.findByRole('radio', { name: /^Accountant/ })).toHaveProperty('checked', true)
  expect(screen.queryByRole('radio', { name: /^Owner/ })).toBeNull()
  fireEvent.click(screen.getAllByRole('button', { name: 'Make a link', hidden: true }).at(-1)!)
  expect(await screen.findByText(link)).toBeDefined()
  expect(sent(calls)).toEqual([
    ['POST', '/api/team/invitations', { role: 'accountant', memberDays: 30 }],
  ])
  fireEvent.keyDown(screen.getByText(link), { key: 'Escape' })
  expect(screen.getByText(link)).toBeDefined()
  await press('I have kept it')
  expect(screen.queryByText(link)).toBeNull()
})

test('another role keeps the end of the place, unless another end is chosen', async () => {
  const calls = show({ 'PATCH /api/team/members': () => null })
  await press('Change the role of Ravi')
  fireEvent.click(await screen.findByRole('radio', { name: /^Manager/ }))
  await press('Change')
  await screen.findByText('Changed')
  await press('Change the role of Ravi')
  fireEvent.change(await screen.findByLabelText('How long'), { target: { value: 'none' } })
  await press('Change')
  await vi.waitFor(() => expect(sent(calls)).toHaveLength(2))
  expect(sent(calls)).toEqual([
    ['PATCH', '/api/team/members/two', { role: 'manager' }],
    ['PATCH', '/api/team/members/two', { role: 'accountant', memberDays: null }],
  ])
})

test('a member is removed only after one was asked; an invitation is withdrawn', async () => {
  const calls = show({
    'DELETE /api/team/members': () => null,
    'DELETE /api/team/invitations': () => null,
  })
  await press('Remove Ravi')
  expect(sent(calls)).toEqual([])
  await press('Remove')
  await screen.findByText('Removed')
  await press('Withdraw the invitation: By a link')
  await screen.findByText('The invitation is withdrawn')
  expect(sent(calls)).toEqual([
    ['DELETE', '/api/team/members/two', undefined],
    ['DELETE', '/api/team/invitations/three', undefined],
  ])
})

test('that the last owner stays is said where it was tried', async () => {
  const detail = 'A workspace keeps an owner. Make somebody else one first.'
  show({
    'DELETE /api/team/members': () =>
      Response.json({ code: 'last-owner', detail }, { status: 409 }),
  })
  await press('Leave')
  await screen.findByText('Leave this workspace?')
  fireEvent.click(screen.getAllByRole('button', { name: 'Leave', hidden: true }).at(-1)!)
  expect(await screen.findByText(detail)).toBeDefined()
})
