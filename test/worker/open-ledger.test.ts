import { workspaceId } from '#core/ids'
import { callerFor, ledgerNameFor, openLedger } from '#worker/open-ledger'
import { randomId } from '#worker/random'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { newWorkspace } from '../support/worker/workspace'

const NOW = new Date('2026-04-01T00:00:00Z')

test('every ledger that is bound can be opened', () => {
  const bound = Object.keys(env).filter((name) => name.startsWith('LEDGER_0'))
  expect(bound).toHaveLength(2)
  for (const name of bound) expect(openLedger(env, name.slice('LEDGER_'.length))).toBeDefined()
})

test.each(['', '02', 'LEDGER_00', 'toString', '__proto__'])('there is no ledger %j', (name) => {
  expect(() => openLedger(env, name)).toThrow(/No ledger/)
})

test('new workspaces spread over the ledgers', () => {
  const names = Array.from({ length: 400 }, () => ledgerNameFor(workspaceId(randomId())))
  const first = names.filter((name) => name === '00').length
  expect(new Set(names)).toEqual(new Set(['00', '01']))
  expect(first).toBeGreaterThan(120)
  expect(first).toBeLessThan(280)
})

test('a workspace stays in the ledger that its row names', async () => {
  const workspace = await newWorkspace()
  const caller = await callerFor(env, workspace.workspaceId, NOW)
  expect(caller).toMatchObject({ workspaceId: workspace.workspaceId, now: NOW })
  const other = await callerFor(env, workspace.workspaceId, NOW)
  expect(other.workspaceId).toBe(caller.workspaceId)
})

test('a job for a workspace that is gone finds nothing', async () => {
  const gone = workspaceId(randomId())
  await expect(callerFor(env, gone, NOW)).rejects.toMatchObject({ status: 404 })
})
