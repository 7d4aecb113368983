import type { orders as english } from '../en/orders'
import { formatCount } from '../format'
import type { Words } from '../words'

export const orders: Words<typeof english> = {
  title: 'ઓર્ડર',
  lead: 'દરેક સબ-ઓર્ડર, અને તે આજે કે તમે પસંદ કરેલા દિવસે ક્યાં પહોંચ્યો.',
  filter: 'ક્યાં પહોંચ્યો તે પ્રમાણે છાંટો',
  all: 'બધા સબ-ઓર્ડર',
  bucket: 'ક્યાં પહોંચ્યો',
  count: (count: number) => formatCount(count),
}
