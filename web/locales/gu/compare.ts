import type { compare as english } from '../en/compare'
import type { Words } from '../words'

export const compare: Words<typeof english> = {
  label: 'શેની સાથે સરખાવવું',
  options: { none: 'કશા સાથે નહીં', period: 'તેની પહેલાંના દિવસો', year: 'એક વર્ષ પહેલાં' },
  against: (days) => `${days} સાથે સરખામણી`,
  title: 'બે સમય સામસામે',
  caption: (days) => `${days} ની સરખામણીમાં નફો-નુકસાન`,
  change: 'ફેરફાર',
  points: (count) => `${count} અંક`,
  up: (amount) => `${amount} વધારે`,
  down: (amount) => `${amount} ઓછું`,
  withShare: (amount, share) => `${amount} (${share})`,
  versus: (change, days) => `${days} ની સરખામણીએ ${change}`,
  notKnown: 'ખબર નથી',
  newThen: 'ત્યારે કશું નહીં',
  cautions: {
    nothing: 'તે દિવસો વિશે કોઈ ફાઇલમાં કશું નથી.',
    after_files: 'ફાઇલો હજી આ દિવસોના અંત સુધી પહોંચતી નથી.',
    not_settled: 'હજી બધું સેટલ થયું નથી: ફેરફાર હજી બદલાઈ શકે છે.',
    cost_partial: 'અમુક પડતર ભરી નથી; તે બેમાંથી કોઈ નફામાંથી બાદ થઈ નથી.',
  },
}
