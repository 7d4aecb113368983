import { accept, deliver, randomFile } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { openObject } from '#worker/byte-source'
import type { Caller } from '#worker/env'
import { rotateWorkspaceKey } from '#worker/operations/rotate-data-key'
import { findDataKeys } from '#worker/sealed/data-keys'
import { objectKey } from '#worker/uploaded-bytes'
import { expect, test } from 'vitest'

const START = new Date('2026-01-01T00:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const after = (days: number) => new Date(START.getTime() + days * DAY)

async function newSeller(files: number) {
  const workspace = await newWorkspace(START)
  const caller = await workspace.caller()
  const keys: string[] = []
  for (let at = 0; at < files; at += 1) {
    const { upload } = await accept(caller, randomFile(50 + at))
    keys.push(objectKey(caller.workspaceId, upload.sha256))
  }
  return { caller, keys: keys.sort(), at: (days: number) => ({ ...caller, now: after(days) }) }
}

async function versionsOf({ files }: Caller) {
  return (await findDataKeys(files))?.versions.map(({ version }) => version)
}

async function sealedWith({ files }: Caller, keys: readonly string[]) {
  const found = await Promise.all(
    keys.map(async (key) => (await openObject(files, key))!.sealedWith()),
  )
  return [...new Set(found)]
}

/** Runs the job to its end, as its own messages would. */
async function rotate(caller: Caller) {
  let cursor: string | undefined
  let runs = 0
  do {
    cursor = await rotateWorkspaceKey(caller, cursor)
    runs += 1
  } while (cursor !== undefined)
  return runs
}

test('a key of less than a year stays', async () => {
  const { caller, keys, at } = await newSeller(1)
  await rotate(at(365))
  expect(await versionsOf(caller)).toEqual([1])
  expect(await sealedWith(caller, keys)).toEqual([1])
})

test('after a year every file is sealed anew, and a day later the old version is forgotten', async () => {
  const { caller, keys, at } = await newSeller(3)
  await rotate(at(366))
  expect(await versionsOf(caller)).toEqual([1, 2])
  await rotate(at(367.5))
  expect(await sealedWith(caller, keys)).toEqual([2])
  expect(await versionsOf(caller)).toEqual([2])
  for (const [index, key] of keys.entries()) {
    const source = await openObject(caller.files, key)
    expect((await source!.read(0, source!.size)).byteLength).toBeGreaterThanOrEqual(50)
    expect(index).toBeLessThan(3)
  }
})

test('a version is forgotten only after a whole round of files, however many there are', async () => {
  const { caller, keys, at } = await newSeller(45)
  await rotate(at(366))
  expect(await rotate(at(368))).toBe(3)
  expect(await sealedWith(caller, keys)).toEqual([2])
  expect(await versionsOf(caller)).toEqual([2])
})

test('a job delivered twice, and one that was stopped half-way, change nothing more', async () => {
  const { caller, keys, at } = await newSeller(25)
  await rotate(at(366))
  const cursor = await rotateWorkspaceKey(at(368), undefined)
  expect(cursor).toMatch(/^[0-9a-f]{64}$/)
  expect(await versionsOf(caller)).toEqual([1, 2])
  await Promise.all([rotate(at(368)), rotate(at(368))])
  expect(await versionsOf(caller)).toEqual([2])
  expect(await sealedWith(caller, keys)).toEqual([2])
})

test('a file that comes when the key is old asks for the job', async () => {
  const { caller, at } = await newSeller(1)
  const { jobs } = await accept(at(366), randomFile(80))
  const job = JSON.stringify({ type: 'rotate-data-key', workspaceId: caller.workspaceId })
  expect(jobs).toContain(job)
  expect((await accept(caller, randomFile(80))).jobs).not.toContain(job)
  const { explicitAcks } = await deliver([JSON.parse(job)])
  expect(explicitAcks).toHaveLength(1)
})
