import { query } from '@solidjs/router'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { api, unwrap } from './api'
import { leaveDevice } from './offline/kept-answers'
import type { MemberRole } from './roles'

const { team, tokens, device, workspaces } = api

type Team = InferResponseType<typeof team.$get, 200>
export type Member = Team['members'][number]
export type Invitation = Team['invitations'][number]
export type Token = InferResponseType<typeof tokens.$get, 200>['items'][number]
export type NewToken = InferRequestType<typeof tokens.$post>['json']
export type Question = InferResponseType<typeof device.grant.$get, 200>
export type Offer = InferResponseType<typeof workspaces.offer.$post, 200>
export type Workspace = InferResponseType<typeof workspaces.$get, 200>['items'][number]

export const loadTeam = query(() => unwrap(team.$get()), 'team')
export const loadTokens = query(() => unwrap(tokens.$get()), 'tokens')
export const loadWorkspaces = query(() => unwrap(workspaces.$get()), 'workspaces')
export const loadOffer = query(
  (token: string) => unwrap(workspaces.offer.$post({ json: { token } })),
  'offer',
)

export async function inviteByMail(role: MemberRole, email: string): Promise<void> {
  await unwrap(team.invitations.$post({ json: { role, email } }))
}

/** Answers the link, which nobody can read again. */
export async function inviteByLink(role: MemberRole, memberDays: number): Promise<string> {
  return (await unwrap(team.invitations.$post({ json: { role, memberDays } }))).link ?? ''
}

export async function withdrawInvitation(id: string): Promise<void> {
  await unwrap(team.invitations[':id'].$delete({ param: { id } }))
}

export type MemberChange = { role: MemberRole; memberDays?: number | null }

export async function changeMember(id: string, json: MemberChange): Promise<void> {
  await unwrap(team.members[':id'].$patch({ param: { id }, json }))
}

export async function removeMember(id: string): Promise<void> {
  await unwrap(team.members[':id'].$delete({ param: { id } }))
}

/** Answers the token, which nobody can read again. */
export async function makeToken(json: NewToken): Promise<string> {
  return (await unwrap(tokens.$post({ json }))).token
}

export async function removeToken(id: string): Promise<void> {
  await unwrap(tokens[':id'].$delete({ param: { id } }))
}

export async function removeTokens(): Promise<void> {
  await unwrap(tokens.$delete())
}

export function askAboutDevice(userCode: string): Promise<Question> {
  return unwrap(device.grant.$get({ query: { userCode } }))
}

export async function answerDevice(userCode: string, approve: boolean): Promise<void> {
  await unwrap(device.approve.$post({ json: { userCode, approve } }))
}

export async function joinWorkspace(token: string): Promise<void> {
  await unwrap(workspaces.join.$post({ json: { token } }))
}

export async function enterWorkspace(id: string): Promise<void> {
  await unwrap(workspaces[':id'].enter.$post({ param: { id } }))
  await leaveDevice()
}
