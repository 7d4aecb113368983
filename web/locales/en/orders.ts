import { formatCount } from '../format'

export const orders = {
  title: 'Orders',
  lead: 'Every sub-order, and where it stands today or on the day you choose.',
  filter: 'Filter by where it stands',
  all: 'All sub-orders',
  bucket: 'Where it stands',
  count: (count: number) => formatCount(count),
}
