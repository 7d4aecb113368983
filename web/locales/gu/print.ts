import type { print as english } from '../en/print'
import type { Words } from '../words'

export const print: Words<typeof english> = {
  open: 'પ્રિન્ટ / PDF',
  print: 'પ્રિન્ટ કરો અથવા PDF માં સેવ કરો',
  back: 'નફા પર પાછા',
  title: 'નફો-નુકસાન',
  workspace: 'ધંધો',
  store: 'સ્ટોર',
  period: 'દિવસો',
  basis: 'કઈ તારીખે ગણ્યું',
  freshness: 'ફાઇલો',
  printedOn: 'પ્રિન્ટની તારીખ',
  allStores: 'બધા સ્ટોર',
  notes: 'દરેક લાઇનનો અર્થ',
  formula: (formula) => `કેવી રીતે: ${formula}.`,
  files: (files) => `ક્યાંથી: ${files}.`,
  settled: 'સેટલ થયું',
  final: 'સબ-ઓર્ડર જેનો નિર્ણય થઈ ગયો',
  costKnown: 'નંગ જેની પડતર ખબર છે',
  state: 'કેટલું પૂરું થયું',
  notMeasured: 'માપ્યું નથી',
  picture: 'કુલ વેચાણથી નફા સુધી',
}
