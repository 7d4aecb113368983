import { openDb } from '#db/client'
import type { Context } from 'hono'
import { ipPrefix } from '../auth/ip-prefix'
import { readPeppers } from '../auth/peppers'
import type { Visitor } from '../auth/throttle'
import type { AppEnv } from '../env'
import { vaultOf } from '../sealed/vault'

export function visitorOf(c: Context<AppEnv>): Visitor {
  return {
    db: openDb(c.env.DB),
    peppers: readPeppers(c.env),
    vault: vaultOf(c.env),
    ipPrefix: ipPrefix(c.req.header('cf-connecting-ip')),
    now: c.get('now'),
  }
}
