import { openDb } from '#db/client'
import { Hono } from 'hono'
import * as z from 'zod'
import { listPublicKeys } from '../auth/signing-keys'
import type { AppEnv } from '../env'
import { describe } from '../openapi'

const key = z.looseObject({
  kid: z.string(),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
})

export const keySetRoutes = new Hono<AppEnv>().get(
  '/',
  describe({
    summary: 'The public keys that access tokens are signed with (RFC 7517)',
    response: z.strictObject({ keys: z.array(key) }),
  }),
  async (c) =>
    c.json({ keys: z.array(key).parse(await listPublicKeys(openDb(c.env.DB), c.var.now)) }),
)
