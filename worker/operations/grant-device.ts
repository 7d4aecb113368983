import { personId, workspaceId } from '#core/ids'
import {
  addDeviceGrant,
  answerGrant,
  type DeviceGrant,
  findDeviceGrant,
  findPendingGrant,
  noteQuestion,
  takeApprovedGrant,
} from '#db/control/queries/device-grants'
import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { coarsePrefix } from '../auth/ip-prefix'
import { parseScopes, formatScopes, type Scope } from '../auth/scopes'
import { digestOf } from '../auth/sessions'
import { throttleAddress, throttleUserCode, type Visitor } from '../auth/throttle'
import type { SignedIn } from '../env'
import { AppError, notFound } from '../problem'
import { randomBytes } from '../random'
import { createToken } from './create-token'

export const GRANT_SECONDS = 10 * 60
export const INTERVAL_SECONDS = 5
const TOKEN_DAYS = 90

// Twenty letters that no two of look alike and that spell no word: RFC 8628, section 6.1.
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'
const USER_CODE_LENGTH = 8

export type DeviceCode = { readonly deviceCode: string; readonly userCode: string }

/** Begins RFC 8628: a device that has no browser asks, and a person signed in elsewhere will answer. */
export async function askForDevice(
  visitor: Visitor,
  asked: { readonly clientName: string; readonly scopes: readonly Scope[] },
): Promise<DeviceCode> {
  await throttleAddress(visitor)
  const { db, ipPrefix, now } = visitor
  const deviceCode = encodeBase32LowerCaseNoPadding(randomBytes(20))
  const userCode = newUserCode()
  await addDeviceGrant(db, {
    digest: digestOf(deviceCode),
    userCodeDigest: digestOf(userCode),
    clientName: asked.clientName,
    scopes: formatScopes(asked.scopes),
    place: coarsePrefix(ipPrefix),
    state: 'pending',
    personId: null,
    workspaceId: null,
    createdAt: now.getTime(),
    expiresAt: now.getTime() + GRANT_SECONDS * 1000,
    lastAskedAt: 0,
  })
  return { deviceCode, userCode: `${userCode.slice(0, 4)}-${userCode.slice(4)}` }
}

function newUserCode(): string {
  let code = ''
  while (code.length < USER_CODE_LENGTH) {
    // 240 is the largest multiple of twenty in a byte: higher ones are drawn again.
    for (const byte of randomBytes(USER_CODE_LENGTH))
      if (byte < 240 && code.length < USER_CODE_LENGTH) code += LETTERS.charAt(byte % 20)
  }
  return code
}

/** What a person typed, without what they typed around it. */
function userCodeOf(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z]/g, '')
}

/** The question behind a code; every look-up is a guess, and a person has five. */
export async function findQuestion(
  caller: SignedIn,
  visitor: Visitor,
  typed: string,
): Promise<DeviceGrant> {
  await throttleUserCode(visitor, caller.personId)
  const digest = digestOf(userCodeOf(typed))
  const grant = await findPendingGrant(caller.db, digest, caller.now.getTime())
  if (grant === undefined) throw notFound()
  return grant
}

export async function answerDevice(
  caller: SignedIn,
  visitor: Visitor,
  answer: { readonly userCode: string; readonly approve: boolean },
): Promise<void> {
  const { digest } = await findQuestion(caller, visitor, answer.userCode)
  const { db, personId: person, workspaceId: workspace } = caller
  const state = answer.approve ? 'approved' : 'denied'
  const isAnswered = await answerGrant(db, digest, {
    state,
    personId: person,
    workspaceId: workspace,
  })
  if (!isAnswered) throw notFound()
}

export type DeviceToken = {
  readonly accessToken: string
  readonly scopes: readonly Scope[]
  readonly expiresIn: number
}

/** The device's turn: its token, once, or why there is none yet. The codes are those of RFC 8628. */
export async function fetchDeviceToken(visitor: Visitor, deviceCode: string): Promise<DeviceToken> {
  const { db, now } = visitor
  const digest = digestOf(deviceCode)
  const at = now.getTime()
  const grant = await findDeviceGrant(db, digest)
  if (grant === undefined || grant.expiresAt <= at) throw refused('expired_token')
  if (!(await noteQuestion(db, digest, at, at - INTERVAL_SECONDS * 1000)))
    throw refused('slow_down')
  if (grant.state === 'denied') throw refused('access_denied')
  if (grant.state === 'pending') throw refused('authorization_pending')
  const taken = await takeApprovedGrant(db, digest, at)
  if (!taken?.personId || !taken.workspaceId) throw refused('expired_token')

  const owner = {
    personId: personId(taken.personId),
    workspaceId: workspaceId(taken.workspaceId),
  }
  const scopes = parseScopes(taken.scopes)
  const { token } = await createToken(
    { db, now, ...owner },
    { name: taken.clientName, scopes, expiresInDays: TOKEN_DAYS, client: 'cli' },
  )
  return { accessToken: token, scopes, expiresIn: TOKEN_DAYS * 24 * 60 * 60 }
}

const SENTENCES = {
  authorization_pending: 'Nobody has answered yet. Ask again in a few seconds.',
  slow_down: 'Ask less often.',
  access_denied: 'The request was refused on the page.',
  expired_token: 'This code is over. Begin again.',
} as const

function refused(code: keyof typeof SENTENCES): AppError {
  return new AppError(400, code, SENTENCES[code])
}
