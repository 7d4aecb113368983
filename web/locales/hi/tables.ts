import type { tables as english } from '../en/tables'
import { formatCount } from '../format'
import type { Words } from '../words'

export const tables: Words<typeof english> = {
  columns: 'कॉलम',
  columnsTitle: 'कौन-से कॉलम दिखें',
  allColumns: 'सारे कॉलम दिखाएँ',
  details: 'ब्योरा',
  detailsTitle: 'कार्ड पर क्या दिखे',
  allDetails: 'सारा ब्योरा दिखाएँ',
  atLeast: (count) => `${formatCount(count)} या उससे ज़्यादा लाइन`,
  totals: 'कुल',
  csv: 'इस लिस्ट की CSV',
  csvBusy: (rows) => `${formatCount(rows)} लाइन…`,
  csvStop: 'रोकें',
  csvFailed: 'लिस्ट आखिर तक नहीं लिखी जा सकी, इसलिए कोई फ़ाइल नहीं बनी।',
  views: 'व्यू',
  viewsTitle: 'सेव किए हुए व्यू',
  viewAll: 'सब',
  viewName: 'व्यू का नाम',
  viewSave: 'यह व्यू सेव करें',
  viewRename: (name) => `${name} का नाम बदलें`,
  viewDelete: (name) => `${name} हटाएँ`,
  viewTaken: 'इस नाम का व्यू पहले से है।',
  viewsFull: (count) => `${formatCount(count)} से ज़्यादा व्यू सेव नहीं होते।`,
  scroll: 'दाएँ-बाएँ खिसकता है',
  day: 'दिन',
  file: 'फ़ाइल',
  heads: {
    since: 'कब से',
    cameBack: 'वापस मिला',
    nextStep: 'क्या करें',
    claimBy: 'क्लेम की आख़िरी तारीख',
    product: 'प्रोडक्ट',
  },
}
