import type { faces as english } from '../en/faces'
import type { Words } from '../words'

export const faces: Words<typeof english> = {
  offline: {
    title: 'ઇન્ટરનેટ નથી',
    detail: 'કોઈ જવાબ ન આવ્યો. તમારું કામ સલામત છે; ઇન્ટરનેટ આવે ત્યારે ફરી પ્રયત્ન કરો.',
  },
  server: {
    title: 'અમારી બાજુ કંઈક ગરબડ થઈ',
    detail: 'કંઈ ગયું નથી. એક મિનિટ પછી ફરી પ્રયત્ન કરો.',
    request: (id: string) => `તોય ન થાય, તો અમને આ નંબર જણાવો: ${id}`,
  },
  busy: { title: 'એકસાથે બહુ વધારે થઈ ગયું', detail: 'એક મિનિટ રોકાઈને ફરી પ્રયત્ન કરો.' },
  refused: { title: 'આ થઈ શક્યું નહીં' },
  notFound: {
    title: 'અહીં કંઈ નથી',
    detail: 'સરનામું ખોટું છે, અથવા આ બીજા કોઈનું છે.',
    action: '“એક નજરમાં” પર જાઓ',
  },
  noFiles: {
    title: 'હજી કોઈ ફાઇલ નથી',
    detail: 'સપ્લાયર પેનલની ફાઇલો નાખો. તેમાં જે લખ્યું છે તે અહીં દેખાશે.',
    action: 'ફાઇલો નાખો',
  },
  noPayments: {
    detail: 'Meesho એ કેટલું ચૂકવ્યું તે હજી ખબર નથી. Payments to Date ફાઇલો નાખો.',
  },
  signedOut: {
    title: 'તમે સાઇન આઉટ થઈ ગયા',
    detail: 'ફરી સાઇન ઇન કરો, તમે આ જ પેજ પર પાછા આવશો.',
  },
  reload: {
    title: 'આ પેજનું નવું રૂપ આવ્યું છે',
    detail: 'આગળ વધવા પેજ ફરી લોડ કરો. તમારાં ફિલ્ટર રહેશે.',
    action: 'ફરી લોડ કરો',
  },
}
