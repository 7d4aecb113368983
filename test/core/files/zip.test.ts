import { bytesOf } from '#core/files/bytes'
import { crc32 } from '#core/files/crc32'
import { LIMITS, type Limits } from '#core/files/limits'
import { openNested, openZip, readEntry } from '#core/files/zip'
import { makeZip, type ZipFile } from '#test/support/zip-writer'
import { inPieces } from '#test/support/rows'
import { codeOf } from './code-of'
import { expect, test } from 'vitest'

const report = 'Sub Order No,Quantity\n'.repeat(200)

async function read(
  zipped: Uint8Array,
  limits: Partial<Limits> = {},
  pieceBytes = 1000,
): Promise<string[]> {
  const zip = await openZip(inPieces(zipped, pieceBytes), { limits: { ...LIMITS, ...limits } })
  const texts: string[] = []
  for (const entry of zip.entries) {
    const decoder = new TextDecoder()
    let text = ''
    for await (const piece of readEntry(zip, entry)) text += decoder.decode(piece, { stream: true })
    texts.push(text)
  }
  return texts
}

const lying = (lies: ZipFile['lies'], isStored = false) =>
  makeZip([{ name: 'orders.csv', content: report, isStored, ...(lies && { lies }) }])

test('deflated, stored and empty files come back as they were, in the order of the ZIP', async () => {
  const zipped = await makeZip([
    { name: 'a.csv', content: report },
    { name: 'b.csv', content: 'x', isStored: true },
    { name: 'c.csv', content: '' },
    { name: 'd.csv', content: '', isStored: true },
  ])
  expect(await read(zipped)).toEqual([report, 'x', '', ''])
})

test.each([1, 2, 3, 7, 64])('pieces of %i bytes change nothing', async (size) => {
  const zipped = await makeZip([
    { name: 'a.csv', content: report },
    { name: 'b.csv', content: 'stored', isStored: true },
  ])
  expect(await read(zipped, {}, size)).toEqual([report, 'stored'])
})

test('a ZIP64, and a ZIP with a comment, are read', async () => {
  const files = [{ name: 'a.csv', content: report }]
  expect(await read(await makeZip(files, { isZip64: true }))).toEqual([report])
  expect(await read(await makeZip(files, { comment: 'Made by the panel' }))).toEqual([report])
})

test('names of other alphabets are shown as they are, and backslashes are folders', async () => {
  const zip = await openZip(bytesOf(await makeZip([{ name: 'रिपोर्ट\\a.csv', content: 'x' }])))
  expect(zip.entries[0]?.name).toBe('रिपोर्ट/a.csv')
})

test('a ZIP cut off anywhere is refused, whatever is left of it', async () => {
  const inner = await makeZip([{ name: 'a.csv', content: 'stored inside' }])
  const zipped = await makeZip([
    { name: 'b.csv', content: report },
    { name: 'inner.zip', content: inner, isStored: true },
  ])
  for (let length = 0; length < zipped.length; length++) {
    expect(await codeOf(read(zipped.slice(0, length))), `cut at ${length}`).toBe('zip-damaged')
  }
})

test('a changed byte in the data of a file is noticed by its checksum', async () => {
  for (const isStored of [true, false]) {
    const zipped = await makeZip([{ name: 'a.csv', content: 'Sub Order No,1\n2', isStored }])
    const data = 30 + 'a.csv'.length
    for (let at = data; at < data + 16; at++) {
      const changed = Uint8Array.from(zipped)
      changed[at]! ^= 0x10
      expect(await codeOf(read(changed)), `byte ${at}`).toMatch(/^zip-(damaged|lying)$/)
    }
  }
})

test.each([
  ['a wrong checksum', { crc32: 1 }, 'zip-damaged'],
  ['a size too small', { size: 10 }, 'zip-lying'],
  ['a size too large', { size: 1_000_000 }, 'zip-damaged'],
  ['a compressed size too small', { compressedSize: 5 }, 'zip-damaged'],
  ['a compressed size that runs into the directory', { compressedSize: 100_000 }, 'zip-damaged'],
  ['an unknown method', { method: 12 }, 'zip-method-unknown'],
  ['a password', { flags: 0x0801 }, 'zip-encrypted'],
  ['a hidden directory', { flags: 0x2800 }, 'zip-encrypted'],
])('%s is refused', async (_, lies, code) => {
  expect(await codeOf(read(await lying(lies)))).toBe(code)
})

test('a stored file whose two sizes differ is refused', async () => {
  expect(await codeOf(read(await lying({ size: report.length - 1 }, true)))).toBe('zip-lying')
  expect(await codeOf(read(await lying({ crc32: 1 }, true)))).toBe('zip-damaged')
})

test('two entries over the same bytes are refused', async () => {
  const zipped = await makeZip([
    { name: 'a', content: report },
    { name: 'b', content: report },
  ])
  const view = new DataView(zipped.buffer)
  const directory = view.getUint32(zipped.length - 22 + 16, true)
  // The second entry of the directory now points at the data of the first.
  view.setUint32(directory + 46 + 1 + 42, 0, true)
  expect(await codeOf(read(zipped))).toBe('zip-damaged')
})

test('bytes before or behind a ZIP are refused, because its offsets no longer meet', async () => {
  const zipped = await makeZip([{ name: 'a', content: report }])
  expect(await codeOf(read(Uint8Array.from([1, ...zipped])))).toBe('zip-damaged')
  expect(await codeOf(read(Uint8Array.from([...zipped, 1])))).toBe('zip-damaged')
})

test('as many files as the limit are read, and one more is refused', async () => {
  const zipped = await makeZip([
    { name: 'a', content: '1' },
    { name: 'b', content: '2' },
  ])
  expect(await read(zipped, { entries: 2 })).toEqual(['1', '2'])
  expect(await codeOf(read(zipped, { entries: 1 }))).toBe('zip-too-many-files')
})

test('a file of exactly the compressed limit is read, and a byte more is refused', async () => {
  const zipped = await makeZip([{ name: 'a', content: '12345', isStored: true }])
  expect(await read(zipped, { entryBytes: 5 })).toEqual(['12345'])
  expect(await codeOf(read(zipped, { entryBytes: 4 }))).toBe('file-too-large')
})

test('files may inflate to the limit together, and not to a byte more', async () => {
  const zipped = await makeZip([
    { name: 'a', content: '12345' },
    { name: 'b', content: '67890' },
  ])
  expect(await read(zipped, { inflatedBytes: 10 })).toEqual(['12345', '67890'])
  expect(await codeOf(read(zipped, { inflatedBytes: 9 }))).toBe('inflated-too-large')
})

test('reading a file twice counts once, so that a date order can be sought first', async () => {
  const zip = await openZip(bytesOf(await makeZip([{ name: 'a', content: '12345' }])), {
    limits: { ...LIMITS, inflatedBytes: 5 },
  })
  const [entry] = zip.entries
  for (let time = 0; time < 3; time++)
    for await (const piece of readEntry(zip, entry!)) expect(piece).toHaveLength(5)
})

test('a ratio of a thousand to one is no crime', async () => {
  const [zeros] = await read(await makeZip([{ name: 'a', content: '0'.repeat(1_000_000) }]))
  expect(zeros).toHaveLength(1_000_000)
})

async function openHeld(isStored: boolean, heldBytes: number): Promise<Uint8Array> {
  const zipped = await makeZip([{ name: 'a', content: '12345', isStored }])
  const zip = await openZip(bytesOf(zipped), { limits: { ...LIMITS, heldBytes } })
  return (await openNested(zip, zip.entries[0]!)).read(1, 3)
}

test('an inner file is held in memory up to the limit, and a stored one is never held', async () => {
  expect(await openHeld(false, 5)).toEqual(new TextEncoder().encode('23'))
  expect(await codeOf(openHeld(false, 4))).toBe('file-too-large')
  expect(await openHeld(true, 0)).toEqual(new TextEncoder().encode('23'))
})

test('a reader that stops early stops the source', async () => {
  const zip = await openZip(inPieces(await makeZip([{ name: 'a', content: report }]), 10))
  for await (const piece of readEntry(zip, zip.entries[0]!)) {
    expect(piece.length).toBeGreaterThan(0)
    break
  }
})

test('the checksum is the one everybody publishes for "123456789"', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
