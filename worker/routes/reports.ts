import { uploadId } from '#core/ids'
import { findReport } from '#db/ledger/queries/reports'
import { readFileRow } from '#engine/read-file-row'
import { Hono } from 'hono'
import * as z from 'zod'
import { openObject } from '../byte-source'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { getUpload } from '../operations/read-uploads'
import { notFound } from '../problem'
import { objectKey } from '../uploaded-bytes'
import { validate } from '../validate'

const params = z.object({
  report: z.coerce.number().int().positive(),
  row: z.coerce.number().int().positive(),
})
const answer = z.strictObject({
  filename: z.string(),
  path: z.array(z.string()),
  sheet: z.string(),
  row: z.int(),
  cells: z.array(z.strictObject({ column: z.string(), title: z.string(), text: z.string() })),
})

export const reportRoutes = new Hono<AppEnv>().get(
  '/:report/rows/:row',
  describe({ summary: 'A row as it stands in the uploaded file', response: answer }),
  validate('param', params),
  async (c) => {
    const { report: id, row } = c.req.valid('param')
    const { caller } = c.var
    const report = await findReport(caller.ledger, caller.workspaceId, id)
    if (report === undefined) throw notFound()
    const upload = await getUpload(caller, uploadId(report.uploadId))
    const source = await openObject(caller.files, objectKey(caller.workspaceId, upload.sha256))
    const found = source && (await readFileRow(source, report.ordinal, row))
    if (found === undefined) throw notFound()
    return c.json({
      filename: report.filename,
      // Safe because the column was written as a JSON array of names.
      path: JSON.parse(report.path) as string[],
      sheet: report.sheet,
      row: found.row,
      cells: found.cells.map((cell) => ({ ...cell })),
    })
  },
)
