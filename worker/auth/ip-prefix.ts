const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/

/**
 * Whom an address belongs to: an IPv4 address, or the /64 of an IPv6 one, which is what one line has.
 * Addresses that cannot be read share one prefix, so hiding it wins nothing.
 */
export function ipPrefix(connectingIp: string | undefined): string {
  const text = (connectingIp ?? '').trim().toLowerCase()
  if (IPV4.test(text)) return text
  const mapped = text.replace(/^::ffff:/, '')
  if (IPV4.test(mapped)) return mapped

  const groups = expandIpv6(text)
  return groups === undefined ? 'unknown' : `${groups.slice(0, 4).join(':')}::/64`
}

function expandIpv6(text: string): string[] | undefined {
  if (!/^[0-9a-f:]{2,39}$/.test(text)) return undefined
  const [head = '', tail, ...more] = text.split('::')
  if (more.length > 0) return undefined

  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = 8 - left.length - right.length
  const isWhole = tail === undefined ? missing === 0 : missing >= 1
  const groups = [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right]
  if (!isWhole || !groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}
