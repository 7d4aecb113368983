import { Hono } from 'hono'
import * as z from 'zod'
import { ACCESS_TOKEN_SECONDS, signAccessToken } from '../auth/access-token'
import { isExtension } from '../auth/extension-origin'
import { readPeppers } from '../auth/peppers'
import { EXTENSION_SCOPES } from '../auth/scopes'
import type { AppEnv } from '../env'
import { describe } from '../openapi'
import { AppError } from '../problem'

const answer = z.strictObject({ accessToken: z.string(), expiresIn: z.int() })

export const extensionRoutes = new Hono<AppEnv>().post(
  '/token',
  describe({
    summary: 'Give the Chrome extension a token of a quarter of an hour',
    response: answer,
  }),
  async (c) => {
    if (!isExtension(c)) {
      throw new AppError(403, 'not-the-extension', 'Only our own extension may ask for this.')
    }
    const { db, now, personId, workspaceId, sessionId } = c.var.caller
    const grant = { personId, workspaceId, sessionId, scopes: EXTENSION_SCOPES }
    const accessToken = await signAccessToken(db, readPeppers(c.env), grant, now)
    return c.json({ accessToken, expiresIn: ACCESS_TOKEN_SECONDS })
  },
)
