import type { security as english } from '../en/security'
import { formatCount } from '../format'
import type { Words } from '../words'

export const security: Words<typeof english> = {
  title: 'સુરક્ષા',
  lead: 'તમે કેવી રીતે સાઇન ઇન કરો છો, ક્યાં ક્યાં સાઇન ઇન છો, અને તમારા ખાતામાં શું થયું.',
  link: 'સુરક્ષા અને સાઇન ઇન',
  linkDetail: 'નામ, ઈમેલ, પાસવર્ડ, બીજું પગલું, પાસકી, ડિવાઇસ',
  toSettings: 'સેટિંગ',

  confirm: 'આ તમે જ છો?',
  confirmDetail:
    'આનાથી નક્કી થાય છે કે કોણ સાઇન ઇન કરી શકે કે તમારા ખાતામાંથી શું બહાર જાય, એટલે પાકું કરો. તે દસ મિનિટ સુધી ચાલે છે.',
  confirmAction: 'પાકું કરો',
  means: { password: 'પાસવર્ડથી', code: 'કોડથી', passkey: 'પાસકીથી' },
  usePasskey: 'પાસકી વાપરો',
  appCode: 'ઑથેન્ટિકેટર ઍપનો કોડ',

  person: 'તમે',
  name: 'નામ',
  email: 'ઈમેલ',
  emailNotVerified: 'હજી પાકો કર્યો નથી',
  password: 'પાસવર્ડ',
  passwordDetail: 'તેને બદલવાથી બાકી બધેથી સાઇન આઉટ થઈ જશે.',
  change: 'બદલો',
  changeName: 'તમારું નામ બદલો',
  changeEmail: 'તમારો ઈમેલ બદલો',
  changeEmailDetail:
    'અમે નવા સરનામે કોડ મોકલીશું, અને જૂના સરનામાને જણાવીશું. કોડ લખ્યા પછી તમે નવા સરનામાથી સાઇન ઇન કરશો.',
  newEmail: 'નવો ઈમેલ',
  mailCode: 'મને કોડ મેલ કરો',
  typeCode: (email: string) => `${email} પર મોકલેલો કોડ લખો. તે દસ મિનિટ સુધી ચાલે છે.`,
  emailChanged: 'તમારો ઈમેલ બદલાઈ ગયો',
  save: 'સેવ કરો',
  saved: 'સેવ થઈ ગયું',

  secondStep: 'બીજું પગલું',
  secondStepDetail:
    'કોઈને તમારો પાસવર્ડ ખબર પડી જાય, તોય તે સાઇન ઇન નહીં કરી શકે. ઑથેન્ટિકેટર ઍપ, પાસકી, કે બંને લગાવો.',
  app: 'ઑથેન્ટિકેટર ઍપ',
  appOff: 'બંધ',
  appOn: (when: string) => `${when} થી ચાલુ`,
  setUp: 'લગાવો',
  turnOff: 'બંધ કરો',
  turnOffTitle: 'ઑથેન્ટિકેટર ઍપ બંધ કરવી છે?',
  turnOffDetail: 'સાઇન ઇનમાં હવે તેનો કોડ માગવામાં નહીં આવે. બીજાં ડિવાઇસ સાઇન આઉટ થઈ જશે.',
  turnedOff: 'ઑથેન્ટિકેટર ઍપ બંધ છે',
  scan: 'તમારી ઑથેન્ટિકેટર ઍપ લગાવો',
  scanDetail:
    'આને Google Authenticator, Microsoft Authenticator કે Aegis જેવી ઍપથી સ્કેન કરો. પછી તેમાં દેખાતા છ આંકડા લખો.',
  qrLabel: 'તમારી ઑથેન્ટિકેટર ઍપ માટે QR કોડ',
  orType: 'અથવા ઍપમાં આ કી (key) લખો',
  appLink: 'આ જ ફોનની ઍપમાં ખોલો',
  turnOn: 'ચાલુ કરો',

  recovery: 'રિકવરી કોડ',
  recoveryLeft: (count: number) =>
    count === 0
      ? 'એકેય બચ્યો નથી: નવા બનાવો, નહીં તો ફોન ગયો એટલે ખાતું ગયું.'
      : `${formatCount(count)} બચ્યા છે. ફોન પાસે ન હોય, તો દરેક કોડથી એક વાર સાઇન ઇન થાય છે.`,
  recoveryNew: 'નવા બનાવો',
  recoveryNewTitle: 'નવા રિકવરી કોડ બનાવવા છે?',
  recoveryNewDetail: 'હમણાં તમારી પાસે જે કોડ છે તે ચાલશે નહીં.',
  keepTitle: 'આ રિકવરી કોડ સાચવીને રાખો',
  keepDetail:
    'ફોન પાસે ન હોય, તો દરેક કોડથી એક વાર સાઇન ઇન થાય છે. તે ફક્ત હમણાં જ બતાવાય છે. તેને ફાઇલમાં સેવ કરો કે પ્રિન્ટ કરો, અને ફોનથી અલગ જગ્યાએ રાખો.',
  saveFile: 'ફાઇલમાં સેવ કરો',
  print: 'પ્રિન્ટ કરો',
  kept: 'મેં રાખી લીધા',
  fileName: 'trackecom-recovery-codes.txt',
  fileHead: 'TrackEcom ના રિકવરી કોડ. દરેક કોડ એક વાર ચાલે છે.',

  passkeys: 'પાસકી',
  passkeysDetail:
    'તમારી આંગળી, ચહેરા કે ફોનના લૉકથી સાઇન ઇન કરો. પાસકી કોઈ લખી શકતું નથી કે ચોરી શકતું નથી.',
  noPasskeys: 'હજી કોઈ પાસકી નથી.',
  addPasskey: 'પાસકી ઉમેરો',
  passkeyName: 'આ પાસકીનું નામ',
  passkeyNameHint: 'જેથી પછી ઓળખી શકો, જેમ કે “દુકાનનો ફોન”.',
  passkeyDefault: 'મારું ડિવાઇસ',
  passkeyAdded: 'પાસકી ઉમેરાઈ',
  passkeyRemoved: 'પાસકી દૂર થઈ',
  passkeyMade: (when: string) => `${when} ના રોજ ઉમેરી`,
  passkeyUsed: (when: string) => `છેલ્લે ${when} ના રોજ વાપરી`,
  rename: 'નામ બદલો',
  renameLabel: (name: string) => `${name} નું નામ બદલો`,
  remove: 'દૂર કરો',
  removeLabel: (name: string) => `${name} દૂર કરો`,
  removeTitle: (name: string) => `${name} દૂર કરવી છે?`,
  removeDetail: 'તેનાથી તમારું ખાતું હવે ખૂલશે નહીં. બીજાં ડિવાઇસ સાઇન આઉટ થઈ જશે.',

  devices: 'તમે ક્યાં ક્યાં સાઇન ઇન છો',
  endOthers: 'બાકી બધેથી સાઇન આઉટ કરો',
  othersEnded: 'બાકી બધેથી સાઇન આઉટ થઈ ગયું',

  signInWithPasskey: 'પાસકીથી સાઇન ઇન કરો',
  secondTitle: 'બીજું પગલું',
  secondLead: 'તમારો પાસવર્ડ સાચો છે. હવે તમારી ઑથેન્ટિકેટર ઍપનો કોડ લખો.',
  recoveryLead: 'તમારો પાસવર્ડ સાચો છે. હવે તમારો એક રિકવરી કોડ લખો. તે એક વાર ચાલે છે.',
  recoveryCode: 'રિકવરી કોડ',
  useRecovery: 'રિકવરી કોડ વાપરો',
  useApp: 'ઍપ વાપરો',
  startAgain: 'ફરી શરૂ કરો',
}
