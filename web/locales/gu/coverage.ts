import type { coverage as english } from '../en/coverage'
import { formatCount } from '../format'
import type { Words } from '../words'

const months = (count: number) => `${formatCount(count)} ${count === 1 ? 'મહિનો' : 'મહિના'}`

export const coverage: Words<typeof english> = {
  title: 'કયા મહિનાની કઈ ફાઇલ છે',
  show: 'મહિના બતાવો',
  hide: 'મહિના છુપાવો',
  year: (year: number) => `એપ્રિલ ${year} થી માર્ચ ${year + 1}`,
  earlier: 'આગલું વર્ષ',
  later: 'પછીનું વર્ષ',
  nothing: (year: string) => `${year} વિશે કોઈ ફાઇલમાં કંઈ નથી.`,
  summary: (missing: number, provisional: number) => {
    if (missing + provisional === 0) return 'આ ફાઇલોમાં કંઈ ખૂટતું નથી.'
    const parts = [
      ...(missing > 0 ? [`${months(missing)} ફાઇલ વગર`] : []),
      ...(provisional > 0 ? [`${months(provisional)} ${provisional === 1 ? 'અધૂરો' : 'અધૂરા'}`] : []),
    ]
    return `${parts.join(', ')}; દરેક પ્રકારની ફાઇલ અલગ ગણી છે.`
  },
  states: {
    missing: 'ફાઇલ નથી',
    provisional: 'અધૂરો',
    complete: 'પૂરો',
    restated: 'પછીથી બદલાયો',
  },
  meanings: {
    missing: 'આ મહિના વિશે કોઈ ફાઇલમાં કંઈ નથી',
    provisional: 'મહિનો હજી પૂરો થયો નથી, અથવા ફાઇલોમાં અમુક દિવસ નથી',
    complete: 'દરેક દિવસ આવી ગયો છે',
    restated: 'દરેક દિવસ આવી ગયો છે, અને પછીની કોઈ ફાઇલે આંકડા બદલ્યા',
  },
  find: 'આ ફાઇલ ક્યાં મળશે',
  findFor: (kind: string, month: string, state: string) =>
    `${kind}, ${month}: ${state}. આ ફાઇલ ક્યાં મળશે`,
}
