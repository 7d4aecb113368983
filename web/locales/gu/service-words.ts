import { columnsIn, type ServiceWords } from '../said'
import { fileTroubles } from './file-troubles'
import { refusals } from './refusals'

function aboutColumns(sentence: string): string {
  const { missing, unknown } = columnsIn(sentence)
  return [
    ...(missing ? [`આ કૉલમ નથી: ${missing}.`] : []),
    ...(unknown ? [`પૈસાની આ કૉલમનો અર્થ અમે જાણતા નથી: ${unknown}.`] : []),
    'આ રિપોર્ટનું કંઈ ગણ્યું નથી, જેથી કોઈ આંકડો ખોટો ન થાય.',
  ].join(' ')
}

export const service: ServiceWords = {
  sentences: { ...refusals, ...fileTroubles },
  byCode: {
    'columns-missing': aboutColumns,
    'columns-unknown': aboutColumns,
    'mixed-suppliers': () =>
      'આ ફાઇલમાં એકથી વધારે સપ્લાયરના રિપોર્ટ છે. દરેક સપ્લાયરની ફાઇલો અલગ અલગ મોકલો, જેથી તેમના પૈસા ક્યારેય ભેગા ન થાય.',
    'other-supplier': () =>
      'આ ફાઇલ બીજા સપ્લાયરની છે. તેમાંનું કંઈ ગણ્યું નથી. સાચો સ્ટોર પસંદ કરો, અથવા કોઈ ન કરો, અને ફાઇલ ફરી મોકલો.',
  },
}
