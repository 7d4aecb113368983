import type {
  device as englishDevice,
  join as englishJoin,
  roles as englishRoles,
  scopes as englishScopes,
  secret as englishSecret,
  team as englishTeam,
  tokens as englishTokens,
  workspaces as englishWorkspaces,
} from '../en/team'
import { formatCount } from '../format'
import type { Words } from '../words'

/** What each role is called, and what it sees. */
export const roles: Words<typeof englishRoles> = {
  label: 'ભૂમિકા',
  name: { owner: 'માલિક', manager: 'મેનેજર', accountant: 'એકાઉન્ટન્ટ', packer: 'પેકર' },
  what: {
    owner: 'બધું, અને વર્કસ્પેસમાં કોણ કોણ રહે તે પણ',
    manager: 'બધું, પણ વર્કસ્પેસમાં કોણ કોણ રહે તે નહીં',
    accountant: 'દરેક આંકડો અને ફાઇલ જોઈ શકે, કંઈ બદલી ન શકે',
    packer: 'રિટર્ન અને ક્લેમ જોઈ શકે, પૈસા ક્યાંય નહીં',
  },
  notYours: 'આ તમારી ભૂમિકામાં નથી',
  notYoursDetail: 'કોણ શું જુએ તે વર્કસ્પેસના માલિક નક્કી કરે છે.',
  toReturns: 'રિટર્ન પર જાઓ',
  parcels: (count: number) => `${formatCount(count)} પાર્સલ`,
  noParcels: 'બીજી તારીખો પસંદ કરો.',
}

export const team: Words<typeof englishTeam> = {
  title: 'ટીમ',
  lead: 'આ વર્કસ્પેસમાં કોણ કોણ છે, અને દરેક શું જુએ છે.',
  linkDetail: 'સભ્યો, ભૂમિકાઓ, આમંત્રણો',
  members: 'સભ્યો',
  me: 'તમે',
  since: (when: string) => `${when} થી`,
  until: (when: string) => `${when} સુધી`,
  change: 'બદલો',
  changeLabel: (name: string) => `${name} ની ભૂમિકા બદલો`,
  changeTitle: (name: string) => `${name} શું શું કરી શકે?`,
  changeDetail: 'તે આ વર્કસ્પેસમાંથી સાઇન આઉટ થશે, અને નવી ભૂમિકા સાથે પાછા આવશે.',
  ends: 'ક્યાં સુધી',
  keep: (when: string) => `છે તેમ જ, ${when} સુધી`,
  noEnd: 'કાયમ માટે',
  forDays: (days: number) => `આજથી ${formatCount(days)} દિવસ`,
  changed: 'બદલાઈ ગયું',
  remove: 'દૂર કરો',
  removeLabel: (name: string) => `${name} ને દૂર કરો`,
  removeTitle: (name: string) => `${name} ને વર્કસ્પેસમાંથી દૂર કરવા છે?`,
  removeDetail: 'તે તરત આમાંથી સાઇન આઉટ થશે. તેમની ફાઇલો અને નિર્ણયો રહેશે.',
  removed: 'દૂર કર્યા',
  leave: 'છોડો',
  leaveTitle: 'આ વર્કસ્પેસ છોડવું છે?',
  leaveDetail: 'તમે તરત આમાંથી સાઇન આઉટ થશો. બીજા કોઈ માલિક જ તમને પાછા લાવી શકે.',

  open: 'ખુલ્લાં આમંત્રણો',
  openDetail: 'દરેક આમંત્રણ સાત દિવસની અંદર એક વાર વાપરી શકાય.',
  noneOpen: 'કોઈ આમંત્રણ ખુલ્લું નથી.',
  byLink: 'લિંકથી',
  expires: (when: string) => `${when} સુધી ખુલ્લું`,
  placeUntil: (when: string) => `જગ્યા ${when} સુધી`,
  withdraw: 'પાછું લો',
  withdrawLabel: (whom: string) => `આમંત્રણ પાછું લો: ${whom}`,
  withdrawn: 'આમંત્રણ પાછું લીધું',

  invite: 'કોઈને બોલાવો',
  inviteDetail: 'એક સરનામે મેલથી, અથવા તમે જાતે આપો તે લિંકથી, નક્કી સમય માટે.',
  byMail: 'મેલથી બોલાવો',
  email: 'તેમનો ઈમેલ',
  mailDetail: 'આમંત્રણ ફક્ત આ જ સરનામા માટે છે.',
  send: 'આમંત્રણ મોકલો',
  sent: (email: string) => `${email} ને આમંત્રણ મોકલી દીધું`,
  makeLink: 'લિંક બનાવો',
  linkTitle: 'તમારા એકાઉન્ટન્ટ માટે લિંક',
  linkLead: 'તમે જેને આપો તે એક વાર જોડાઈ શકે. તેમની જગ્યા આપોઆપ પૂરી થાય છે.',
  madeTitle: 'લિંક બની ગઈ',
  madeDetail: 'તે ફક્ત હમણાં જ બતાવાય છે. તેને એક જ વ્યક્તિને આપો: જે પહેલાં ખોલશે, જગ્યા તેની.',
}

export const scopes: Words<typeof englishScopes> = {
  'uploads:write': { name: 'ફાઇલો', detail: 'ફાઇલો મોકલવી, જોવી, અને પાછી લેવી' },
  'reports:read': {
    name: 'આંકડા',
    detail: 'દરેક આંકડો વાંચવો: ઓર્ડર, પેમેન્ટ, નફો, ટેક્સ',
  },
  'costs:write': { name: 'પડતર', detail: 'માલની પડતર અને માસિક ખર્ચ લખવા' },
  'export:read': { name: 'એક્સપોર્ટ', detail: 'ટેબલ અને બધાનું આર્કાઇવ ડાઉનલોડ કરવું' },
  other: 'એવું કંઈક જે આ પેજ જાણતું નથી',
}

export const secret: Words<typeof englishSecret> = {
  copy: 'કૉપિ કરો',
  copied: 'કૉપિ થઈ ગયું',
  notCopied: 'કૉપિ થઈ શક્યું નહીં. તેને પસંદ કરીને જાતે કૉપિ કરો.',
  kept: 'મેં રાખી લીધું',
}

export const tokens: Words<typeof englishTokens> = {
  title: 'ટોકન',
  lead: 'સ્ક્રિપ્ટ અને કમાન્ડ લાઇન માટે: દરેક ટોકન ફક્ત એટલું જ કરી શકે જેના પર તમે નિશાની કરો.',
  linkDetail: 'સ્ક્રિપ્ટ અને કમાન્ડ લાઇન માટે',
  yours: 'તમારાં ટોકન',
  none: 'તમારું કોઈ ટોકન નથી.',
  cli: 'કમાન્ડ લાઇન',
  made: (when: string) => `${when} ના રોજ બન્યું`,
  ends: (when: string) => `${when} ના રોજ પૂરું`,
  used: (when: string) => `છેલ્લે ${when} ના રોજ વપરાયું`,
  neverUsed: 'ક્યારેય વપરાયું નથી',
  make: 'ટોકન બનાવો',
  makeDetail: 'જેની પાસે તે હોય, તે તમારા પાસવર્ડ વગર એ બધું કરી શકે જેના પર નિશાની છે.',
  name: 'નામ',
  nameHint: 'શેના માટે છે, જેમ કે “રાતનું અપલોડ”.',
  may: 'તે શું કરી શકે',
  days: 'ક્યારે પૂરું થાય',
  inDays: (days: number) => `${formatCount(days)} દિવસ`,
  madeTitle: 'ટોકન બની ગયું',
  madeDetail: 'તે ફક્ત હમણાં જ બતાવાય છે. તેને ત્યાં રાખો જ્યાંથી તમારી સ્ક્રિપ્ટ વાંચે, પાસવર્ડની જેમ સાચવીને.',
  remove: 'દૂર કરો',
  removeLabel: (name: string) => `${name} દૂર કરો`,
  removeTitle: (name: string) => `${name} દૂર કરવું છે?`,
  removeDetail: 'જેની પાસે તે છે તેને તરત ના પડી જશે.',
  removed: 'ટોકન દૂર થયું',
  removeAll: 'બધાં દૂર કરો',
  removeAllTitle: 'તમારાં બધાં ટોકન દૂર કરવાં છે?',
  removeAllDetail: 'દરેક સ્ક્રિપ્ટ અને ટોકનથી સાઇન ઇન દરેક ડિવાઇસને તરત ના પડી જશે.',
  allRemoved: 'બધાં ટોકન દૂર થયાં',
}

export const device: Words<typeof englishDevice> = {
  title: 'ડિવાઇસને સાઇન ઇન કરો',
  lead: 'કમાન્ડ લાઇનમાં દેખાતો કોડ લખો.',
  code: 'કોડ',
  go: 'આગળ વધો',
  asks: (client: string) => `${client} અંદર આવવા માગે છે`,
  check: 'તમારા ડિવાઇસ પર આ જ કોડ દેખાય છે?',
  who: 'પ્રોગ્રામ',
  place: 'કયા નેટવર્કથી',
  noPlace: 'ખબર નથી',
  when: 'ક્યારે માગ્યું',
  ends: 'ક્યાં સુધી ખુલ્લું',
  may: 'તે શું શું કરી શકશે',
  warning:
    'તો જ મંજૂર કરો જો આ તમે જાતે, હમણાં, તમારા જ ડિવાઇસ પર શરૂ કર્યું હોય. કોડ કે આ લિંક બીજા કોઈએ મોકલી હોય, તો ના પાડો: તે તમારા ખાતામાં ઘૂસી જશે.',
  approve: 'મંજૂર કરો',
  refuse: 'ના પાડો',
  approved: 'ડિવાઇસને અંદર આવવા દીધું',
  approvedDetail: 'ડિવાઇસ પર પાછા જાઓ: તે આપોઆપ આગળ વધશે. તેની પહોંચ તમે સેટિંગ, ટોકનમાં જઈને બંધ કરી શકો.',
  refused: 'ડિવાઇસને ના પાડી',
  refusedDetail: 'તેને કંઈ નહીં મળે. આ તમે શરૂ ન કર્યું હોય, તો તમારો પાસવર્ડ બદલો.',
  another: 'બીજો કોડ',
}

export const join: Words<typeof englishJoin> = {
  title: 'વર્કસ્પેસમાં જોડાઓ',
  offer: (workspace: string) => `${workspace} માં જોડાઓ`,
  asRole: (role: string, what: string) => `ભૂમિકા: ${role}. ${what}.`,
  until: (when: string) => `તમારી જગ્યા ${when} સુધી છે.`,
  signedIn: (email: string) => `તમે ${email} થી સાઇન ઇન છો.`,
  stays: 'તમારું પોતાનું વર્કસ્પેસ એમ જ રહેશે; સેટિંગમાં જઈને બંને વચ્ચે બદલી શકો.',
  action: 'જોડાઓ',
  another: 'બીજા ખાતાથી',
  broken: 'આ લિંક અધૂરી છે',
  brokenDetail: 'મેસેજમાંથી આખી લિંક કૉપિ કરો, અથવા નવી માગો.',
  refused: 'આ આમંત્રણ વાપરી શકાતું નથી',
}

export const workspaces: Words<typeof englishWorkspaces> = {
  title: 'વર્કસ્પેસ',
  detail: 'તમે એકથી વધારેમાં છો. દરેક સ્ક્રીન એ જ બતાવે છે જેમાં તમે હમણાં છો.',
  current: 'તમે અહીં છો',
  enter: 'ત્યાં જાઓ',
  enterLabel: (name: string) => `ત્યાં જાઓ: વર્કસ્પેસ ${name}`,
}
