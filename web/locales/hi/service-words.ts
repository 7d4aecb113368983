import { columnsIn, type ServiceWords } from '../said'
import { fileTroubles } from './file-troubles'
import { refusals } from './refusals'

function aboutColumns(sentence: string): string {
  const { missing, unknown } = columnsIn(sentence)
  return [
    ...(missing ? [`ये कॉलम नहीं हैं: ${missing}।`] : []),
    ...(unknown ? [`पैसे के इन कॉलम का मतलब हम नहीं जानते: ${unknown}।`] : []),
    'इस रिपोर्ट का कुछ भी नहीं गिना गया, ताकि कोई आँकड़ा गलत न हो।',
  ].join(' ')
}

export const service: ServiceWords = {
  sentences: { ...refusals, ...fileTroubles },
  byCode: {
    'columns-missing': aboutColumns,
    'columns-unknown': aboutColumns,
    'mixed-suppliers': () =>
      'इस फ़ाइल में एक से ज़्यादा सप्लायर की रिपोर्टें हैं। हर सप्लायर की फ़ाइलें अलग-अलग भेजें, ताकि उनका पैसा कभी न मिले।',
    'other-supplier': () =>
      'यह फ़ाइल दूसरे सप्लायर की है। इसका कुछ भी नहीं गिना गया। सही स्टोर चुनें, या कोई न चुनें, और फ़ाइल फिर से भेजें।',
  },
}
