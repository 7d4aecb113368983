import type { PersonId } from '#core/ids'
import { openDb } from '#db/client'
import { findPerson } from '#db/control/queries/people'
import { FIELDS_OF_PERSON, listKeptOf } from '#db/control/queries/sealed-columns'
import { keptText } from '#db/control/schema/sealed'
import { newSeller } from '#test/support/worker/seller'
import { renewKeys, renewPersonKey } from '#worker/operations/renew-keys'
import { rotateWorkspaceKey } from '#worker/operations/rotate-data-key'
import { findDataKeys } from '#worker/sealed/data-keys'
import { findNamed, openPerson } from '#worker/sealed/people'
import { keysOfPerson, keysOfWorkspace, vaultOf } from '#worker/sealed/vault'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const db = openDb(env.DB)
const vault = vaultOf(env)
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

async function keptOf(id: PersonId) {
  const lists = await Promise.all(FIELDS_OF_PERSON.map((field) => listKeptOf(db, field, id, 10)))
  return lists.flat().map(({ kept }) => kept)
}

test('a key of a year is replaced: all is sealed anew, and a day later the old version is forgotten', async () => {
  const seller = await newSeller()
  await seller.withApp()
  const id = seller.personId
  const versions = async () =>
    (await findDataKeys(keysOfPerson(vault, id)))?.versions.map(({ version }) => version)
  const renew = (days: number) => renewPersonKey({ db, vault, now: inDays(days) }, id)
  await renew(364)
  expect(await versions()).toEqual([1])
  await renew(366)
  expect(await versions()).toEqual([1, 2])
  await renew(366.5)
  expect(await versions()).toEqual([1, 2])
  await renew(368)
  expect(await versions()).toEqual([2])
  const kept = await keptOf(id)
  expect(kept).toHaveLength(3)
  expect(kept.every((each) => keptText(each).startsWith('sealed$2$'))).toBe(true)
  const person = await openPerson(vault, (await findPerson(db, id))!)
  expect(person).toMatchObject({ name: 'Asha', email: seller.email })
})

test('a workspace that gets a new key keeps its name and the addresses it invited', async () => {
  const owner = await newSeller()
  await owner.confirm()
  const wanted = { role: 'accountant', email: 'accountant@example.test' }
  await owner.browser.post('/api/team/invitations', wanted)
  const caller = await owner.caller()
  for (const days of [366, 368])
    await rotateWorkspaceKey({ ...caller, now: inDays(days) }, undefined)
  const keys = await findDataKeys(caller.files)
  expect(keys?.versions.map(({ version }) => version)).toEqual([2])
  const me = await (await owner.browser.send('GET', '/api/me')).json()
  expect(me).toMatchObject({ workspace: { name: 'Asha' } })
  const team = await (await owner.browser.send('GET', '/api/team')).json()
  expect(team).toMatchObject({ invitations: [{ email: wanted.email }] })
})

test('a new key of the Worker wraps everybody’s key within one walk, and the old one can go', async () => {
  const seller = await newSeller()
  const { workspaceId } = await seller.caller()
  const [old] = vault.wrapping()
  const fresh = { id: '9', secret: crypto.getRandomValues(new Uint8Array(32)) }
  const both = { ...vault, wrapping: () => [fresh, old] as const }
  let upTo: Parameters<typeof renewKeys>[1] = { of: 'person', after: '' }
  for (let run = 0; run < 1_000 && upTo !== undefined; run += 1)
    upTo = (await renewKeys({ db, vault: both, now: new Date() }, upTo)).next
  expect(upTo).toBeUndefined()
  const onlyFresh = { ...vault, wrapping: () => [fresh] as const }
  const person = (await findPerson(db, seller.personId))!
  expect(await findNamed(onlyFresh, person)).toEqual({ name: 'Asha', email: seller.email })
  expect(await findDataKeys(keysOfWorkspace(onlyFresh, workspaceId))).toBeDefined()
  await expect(findNamed(vault, person)).rejects.toThrow('No key 9')
  await renewKeys({ db, vault: { ...vault, wrapping: () => [old, fresh] }, now: new Date() })
})
