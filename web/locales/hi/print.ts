import type { print as english } from '../en/print'
import type { Words } from '../words'

export const print: Words<typeof english> = {
  open: 'प्रिंट / PDF',
  print: 'प्रिंट करें या PDF में सेव करें',
  back: 'मुनाफ़े पर वापस',
  title: 'मुनाफ़ा-नुकसान',
  workspace: 'कारोबार',
  store: 'स्टोर',
  period: 'दिन',
  basis: 'किस तारीख से गिना',
  freshness: 'फ़ाइलें',
  printedOn: 'प्रिंट की तारीख',
  allStores: 'सारे स्टोर',
  notes: 'हर लाइन का मतलब',
  formula: (formula) => `कैसे: ${formula}।`,
  files: (files) => `कहाँ से: ${files}।`,
  settled: 'सेटल हुआ',
  final: 'सब-ऑर्डर जिनका फ़ैसला हो गया',
  costKnown: 'पीस जिनकी लागत पता है',
  state: 'कितना पूरा हुआ',
  notMeasured: 'नापा नहीं गया',
  picture: 'कुल बिक्री से मुनाफ़े तक',
}
