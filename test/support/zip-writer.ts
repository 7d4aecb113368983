import { crc32 } from '#core/files/crc32'

type Content = string | Uint8Array | Iterable<string>

export type ZipFile = {
  name: string
  content: Content
  isStored?: boolean
  /** What the ZIP says about the file, where that is not the truth. */
  lies?: { crc32?: number; size?: number; compressedSize?: number; method?: number; flags?: number }
}

type Written = ZipFile & { data: Uint8Array[]; crc: number; size: number; packed: number }
type Options = { isZip64?: boolean; comment?: string }

/** A ZIP with exactly these files; content that is an iterable is deflated as it comes. */
export async function makeZip(
  files: readonly ZipFile[],
  options: Options = {},
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const written = await pack(file)
    const local = header(written, 'local', 0, options)
    directory.push(header(written, 'central', offset, options))
    parts.push(local, ...written.data)
    offset += local.length + written.packed
  }
  const directoryBytes = directory.reduce((all, part) => all + part.length, 0)
  return join([...parts, ...directory, ...endOf(files.length, offset, directoryBytes, options)])
}

async function pack(file: ZipFile): Promise<Written> {
  let crc = 0
  let size = 0
  const pending = chunksOf(file.content)
  const raw = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = pending.next()
      if (next.done) return controller.close()
      crc = crc32(next.value, crc)
      size += next.value.length
      controller.enqueue(next.value as Uint8Array<ArrayBuffer>)
    },
  })
  const packedStream = file.isStored ? raw : raw.pipeThrough(new CompressionStream('deflate-raw'))
  const data: Uint8Array[] = []
  const reader = packedStream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    data.push(value)
  }
  return { ...file, data, crc, size, packed: data.reduce((all, part) => all + part.length, 0) }
}

function* chunksOf(content: Content): Iterator<Uint8Array> {
  const encoder = new TextEncoder()
  if (content instanceof Uint8Array) yield content
  else if (typeof content === 'string') yield encoder.encode(content)
  else for (const text of content) yield encoder.encode(text)
}

// oxlint-disable-next-line complexity -- one line for each field that a test may lie about
function header(
  { name, isStored, lies = {}, crc, size, packed }: Written,
  place: 'local' | 'central',
  offset: number,
  { isZip64 }: Options,
): Uint8Array {
  const encodedName = new TextEncoder().encode(name)
  const isCentral = place === 'central'
  const extra = isCentral && isZip64 ? zip64Extra(size, packed, offset) : new Uint8Array(0)
  const fixed = new DataView(new ArrayBuffer(isCentral ? 46 : 30))
  const at = isCentral ? 2 : 0
  fixed.setUint32(0, isCentral ? 0x02014b50 : 0x04034b50, true)
  fixed.setUint16(4 + at, 20, true)
  fixed.setUint16(6 + at, lies.flags ?? 0x0800, true)
  fixed.setUint16(8 + at, lies.method ?? (isStored ? 0 : 8), true)
  fixed.setUint32(14 + at, lies.crc32 ?? crc, true)
  fixed.setUint32(18 + at, isZip64 ? 0xffffffff : (lies.compressedSize ?? packed), true)
  fixed.setUint32(22 + at, isZip64 ? 0xffffffff : (lies.size ?? size), true)
  fixed.setUint16(26 + at, encodedName.length, true)
  fixed.setUint16(28 + at, extra.length, true)
  if (isCentral) fixed.setUint32(42, isZip64 ? 0xffffffff : offset, true)
  return join([new Uint8Array(fixed.buffer), encodedName, extra])
}

function zip64Extra(size: number, packed: number, offset: number): Uint8Array {
  const extra = new DataView(new ArrayBuffer(28))
  extra.setUint16(0, 1, true)
  extra.setUint16(2, 24, true)
  for (const [index, value] of [size, packed, offset].entries()) {
    extra.setBigUint64(4 + index * 8, BigInt(value), true)
  }
  return new Uint8Array(extra.buffer)
}

function endOf(count: number, start: number, length: number, options: Options): Uint8Array[] {
  const comment = new TextEncoder().encode(options.comment ?? '')
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, options.isZip64 ? 0xffff : count, true)
  end.setUint16(10, options.isZip64 ? 0xffff : count, true)
  end.setUint32(12, options.isZip64 ? 0xffffffff : length, true)
  end.setUint32(16, options.isZip64 ? 0xffffffff : start, true)
  end.setUint16(20, comment.length, true)
  const parts = [new Uint8Array(end.buffer), comment]
  return options.isZip64 ? [...zip64End(count, start, length), ...parts] : parts
}

function zip64End(count: number, start: number, length: number): Uint8Array[] {
  const end = new DataView(new ArrayBuffer(56))
  end.setUint32(0, 0x06064b50, true)
  end.setBigUint64(4, 44n, true)
  end.setBigUint64(24, BigInt(count), true)
  end.setBigUint64(32, BigInt(count), true)
  end.setBigUint64(40, BigInt(length), true)
  end.setBigUint64(48, BigInt(start), true)
  const locator = new DataView(new ArrayBuffer(20))
  locator.setUint32(0, 0x07064b50, true)
  locator.setBigUint64(8, BigInt(start + length), true)
  locator.setUint32(16, 1, true)
  return [new Uint8Array(end.buffer), new Uint8Array(locator.buffer)]
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((all, part) => all + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
