import type { tables as english } from '../en/tables'
import { formatCount } from '../format'
import type { Words } from '../words'

export const tables: Words<typeof english> = {
  columns: 'કૉલમ',
  columnsTitle: 'કઈ કૉલમ દેખાય',
  allColumns: 'બધી કૉલમ બતાવો',
  details: 'વિગત',
  detailsTitle: 'કાર્ડ પર શું દેખાય',
  allDetails: 'બધી વિગત બતાવો',
  atLeast: (count) => `${formatCount(count)} કે તેથી વધારે લાઇન`,
  totals: 'કુલ',
  csv: 'આ લિસ્ટની CSV',
  csvBusy: (rows) => `${formatCount(rows)} લાઇન…`,
  csvStop: 'રોકો',
  csvFailed: 'લિસ્ટ છેક સુધી લખી શકાઈ નહીં, એટલે ફાઇલ બની નથી.',
  views: 'વ્યૂ',
  viewsTitle: 'સેવ કરેલા વ્યૂ',
  viewAll: 'બધું',
  viewName: 'વ્યૂનું નામ',
  viewSave: 'આ વ્યૂ સેવ કરો',
  viewRename: (name) => `${name} નું નામ બદલો`,
  viewDelete: (name) => `${name} દૂર કરો`,
  viewTaken: 'આ નામનો વ્યૂ પહેલેથી છે.',
  viewsFull: (count) => `${formatCount(count)} થી વધારે વ્યૂ સેવ થતા નથી.`,
  scroll: 'ડાબે-જમણે ખસે છે',
  day: 'દિવસ',
  file: 'ફાઇલ',
  heads: {
    since: 'ક્યારથી',
    cameBack: 'પાછા મળ્યા',
    nextStep: 'શું કરવું',
    claimBy: 'ક્લેમની છેલ્લી તારીખ',
    product: 'પ્રોડક્ટ',
  },
}
