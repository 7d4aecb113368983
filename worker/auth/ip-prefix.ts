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

/** Of what ipPrefix() answers the /24 or /48: tells an owner where from, and finds nobody's house. */
export function coarsePrefix(prefix: string): string {
  if (IPV4.test(prefix)) return `${prefix.split('.').slice(0, 3).join('.')}.0/24`
  const isIpv6 = prefix.endsWith('::/64')
  return isIpv6 ? `${prefix.split(':').slice(0, 3).join(':')}::/48` : 'unknown'
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
