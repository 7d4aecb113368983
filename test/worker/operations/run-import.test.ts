import { findUpload } from '#db/control/queries/uploads'
import { listReportsOfUploads } from '#db/ledger/queries/reports'
import { accept, deliverImport, FILES, idOf } from '#test/support/worker/uploads'
import { newWorkspace } from '#test/support/worker/workspace'
import { expect, test } from 'vitest'

test('an orders report is read, and its upload is done with its counts', async () => {
  const caller = await (await newWorkspace()).caller()
  const { upload } = await accept(caller, FILES.orders)
  const result = await deliverImport(caller, idOf(upload))
  expect(result.explicitAcks).toEqual(['message-0'])

  expect(await findUpload(caller.db, caller.workspaceId, idOf(upload))).toMatchObject({
    status: 'done',
  })
  const [report] = await listReportsOfUploads(caller.ledger, caller.workspaceId, [idOf(upload)])
  expect(report).toMatchObject({ kind: 'orders', state: 'read' })
})
