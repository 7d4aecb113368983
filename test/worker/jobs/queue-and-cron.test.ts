import { openDb } from '#db/client'
import { addToOutbox, listOutboxOf } from '#db/control/queries/outbox'
import { runBatch } from '#db/client'
import { accept, deliver, deliverImport, FILES, idOf } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import worker from '#worker/index'
import { delayAfter } from '#worker/jobs/deliver'
import { type Job, parseJob } from '#worker/jobs/job'
import { relayJobs, relayOutbox, uploadJob } from '#worker/jobs/outbox'
import { jobsOfCron } from '#worker/jobs/schedule'
import { randomId } from '#worker/random'
import { findUpload } from '#db/control/queries/uploads'
import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const db = openDb(env.DB)

/** A queue that keeps what it is sent, or breaks. */
function queueOf(sent: Job[], isBroken = false): Queue<Job> {
  const sendBatch = async (messages: Iterable<MessageSendRequest<Job>>) => {
    if (isBroken) throw new Error('queue is down')
    sent.push(...[...messages].map(({ body }) => body))
  }
  return { send: async (body: Job) => sendBatch([{ body }]), sendBatch } as unknown as Queue<Job>
}

const newJob = () =>
  ({ type: 'import-upload', workspaceId: randomId(), uploadId: randomId() }) as Job

async function written(jobs: readonly Job[], at: Date) {
  const texts = jobs.map((job) => JSON.stringify(job))
  await runBatch(
    db,
    texts.map((text) => addToOutbox(text, at)),
  )
  return texts
}

test('a job written to the outbox is sent once and forgotten', async () => {
  const [job, other] = [newJob(), newJob()]
  const texts = await written([job, other], new Date())
  const sent: Job[] = []
  await relayJobs(db, queueOf(sent), texts.slice(0, 1))
  await relayJobs(db, queueOf(sent), texts.slice(0, 1))
  expect(sent).toEqual([job])
  expect(await listOutboxOf(db, texts, 10)).toHaveLength(1)
})

test('more jobs than one statement takes are all sent', async () => {
  const jobs = Array.from({ length: 120 }, newJob)
  const texts = await written(jobs, new Date())
  const sent: Job[] = []
  await relayJobs(db, queueOf(sent), texts)
  expect(new Set(sent.map((job) => JSON.stringify(job)))).toEqual(new Set(texts))
})

test('a job that the queue did not take stays, and cron sends it half a minute later', async () => {
  const [job] = [newJob()]
  const at = new Date('2026-01-01T00:00:00Z')
  const texts = await written([job], at)
  await expect(relayJobs(db, queueOf([], true), texts)).rejects.toThrow('queue is down')
  expect(await listOutboxOf(db, texts, 10)).toHaveLength(1)

  const sent: Job[] = []
  await relayOutbox(db, queueOf(sent), new Date(at.getTime() + 29_999))
  expect(sent).not.toContainEqual(job)
  await relayOutbox(db, queueOf(sent), new Date(at.getTime() + 30_000))
  expect(sent).toContainEqual(job)
  expect(await listOutboxOf(db, texts, 10)).toEqual([])
})

test('an upload whose sending was lost is imported after the next cron', async () => {
  const caller = await (await newWorkspace(new Date(Date.now() - 60_000))).caller()
  const { upload } = await accept(caller, FILES.damagedOrders)
  await worker.scheduled(createScheduledController({ cron: '* * * * *' }), env)
  const texts = [uploadJob('import-upload', caller.workspaceId, idOf(upload))]
  expect(await listOutboxOf(db, texts, 10)).toHaveLength(1)
  // What cron has put on the queue, delivered: the row that was left is sent.
  await deliver([{ type: 'relay-outbox' }])
  expect(await listOutboxOf(db, texts, 10)).toEqual([])
  await deliverImport(caller, idOf(upload))
  expect((await findUpload(db, caller.workspaceId, idOf(upload)))?.finishedAt).not.toBeNull()
})

test('each cron of wrangler.toml has its jobs, and no other time has one', () => {
  expect(jobsOfCron('* * * * *')).toEqual([{ type: 'relay-outbox' }])
  expect(jobsOfCron('0 21 * * *')).toEqual([{ type: 'purge' }, { type: 'seal-people' }])
  expect(jobsOfCron('30 21 1 * *')).toEqual([{ type: 'renew-keys' }])
  expect(jobsOfCron('0 0 * * *')).toEqual([])
})

test.each([
  ['nothing', undefined],
  ['text', 'import-upload'],
  ['an unknown type', { type: 'drop-tables' }],
  ['an id of another shape', { type: 'import-upload', workspaceId: '1', uploadId: "' OR 1" }],
  ['a missing id', { type: 'remove-upload', workspaceId: randomId() }],
])('a message that is %s is acknowledged and does nothing', async (_what, body) => {
  expect(parseJob(body)).toBeUndefined()
  expect((await deliver([body])).explicitAcks).toHaveLength(1)
  expect((await deliver([body], 'trackecom-jobs-dead')).explicitAcks).toHaveLength(1)
})

test('one bad message does not hold up the one after it', async () => {
  const caller = await (await newWorkspace()).caller()
  const { upload } = await accept(caller, FILES.damagedOrders)
  const job = { type: 'import-upload', workspaceId: caller.workspaceId, uploadId: upload.id }
  const result = await deliver([{ type: 'nonsense' }, job])
  expect(result.explicitAcks).toEqual(['message-0', 'message-1'])
  const found = await findUpload(db, caller.workspaceId, idOf(upload))
  expect(found?.finishedAt).not.toBeNull()
})

test('a retry waits longer each time, and a quarter of an hour at most', () => {
  expect([1, 2, 3, 4, 5].map(delayAfter)).toEqual([15, 30, 60, 120, 240])
  expect(delayAfter(20)).toBe(900)
})

test('the purge and the relay run as jobs', async () => {
  expect((await deliver([{ type: 'relay-outbox' }, { type: 'purge' }])).explicitAcks).toHaveLength(
    2,
  )
  const dead = await deliver([{ type: 'relay-outbox' }, { type: 'purge' }], 'trackecom-jobs-dead')
  expect(dead.explicitAcks).toHaveLength(2)
})
