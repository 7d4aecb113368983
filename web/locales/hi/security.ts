import type { security as english } from '../en/security'
import { formatCount } from '../format'
import type { Words } from '../words'

export const security: Words<typeof english> = {
  title: 'सुरक्षा',
  lead: 'आप कैसे साइन इन करते हैं, कहाँ-कहाँ साइन इन हैं, और आपके खाते में क्या हुआ।',
  link: 'सुरक्षा और साइन इन',
  linkDetail: 'नाम, ईमेल, पासवर्ड, दूसरा कदम, पासकी, डिवाइस',
  toSettings: 'सेटिंग',

  confirm: 'क्या यह आप हैं?',
  confirmDetail:
    'इससे तय होता है कि कौन साइन इन कर सकता है या आपके खाते से क्या बाहर जाता है, इसलिए पक्का करें। यह दस मिनट तक चलता है।',
  confirmAction: 'पक्का करें',
  means: { password: 'पासवर्ड से', code: 'कोड से', passkey: 'पासकी से' },
  usePasskey: 'पासकी इस्तेमाल करें',
  appCode: 'ऑथेंटिकेटर ऐप का कोड',

  person: 'आप',
  name: 'नाम',
  email: 'ईमेल',
  emailNotVerified: 'अभी पक्का नहीं किया',
  password: 'पासवर्ड',
  passwordDetail: 'इसे बदलने पर बाकी सब जगह से साइन आउट हो जाएगा।',
  change: 'बदलें',
  changeName: 'अपना नाम बदलें',
  changeEmail: 'अपना ईमेल बदलें',
  changeEmailDetail:
    'हम नए पते पर कोड भेजेंगे, और पुराने पते को बताएँगे। कोड लिखने के बाद आप नए पते से साइन इन करेंगे।',
  newEmail: 'नया ईमेल',
  mailCode: 'मुझे कोड मेल करें',
  typeCode: (email: string) => `${email} पर भेजा गया कोड लिखें। वह दस मिनट तक काम करता है।`,
  emailChanged: 'आपका ईमेल बदल गया',
  save: 'सेव करें',
  saved: 'सेव हो गया',

  secondStep: 'दूसरा कदम',
  secondStepDetail:
    'किसी को आपका पासवर्ड पता चल जाए, तब भी वह साइन इन नहीं कर सकेगा। ऑथेंटिकेटर ऐप, पासकी, या दोनों लगाएँ।',
  app: 'ऑथेंटिकेटर ऐप',
  appOff: 'बंद',
  appOn: (when: string) => `${when} से चालू`,
  setUp: 'लगाएँ',
  turnOff: 'बंद करें',
  turnOffTitle: 'ऑथेंटिकेटर ऐप बंद करें?',
  turnOffDetail: 'साइन इन में अब उसका कोड नहीं माँगा जाएगा। दूसरे डिवाइस साइन आउट हो जाएँगे।',
  turnedOff: 'ऑथेंटिकेटर ऐप बंद है',
  scan: 'अपना ऑथेंटिकेटर ऐप लगाएँ',
  scanDetail:
    'इसे Google Authenticator, Microsoft Authenticator या Aegis जैसे ऐप से स्कैन करें। फिर उसमें दिखने वाले छह अंक लिखें।',
  qrLabel: 'आपके ऑथेंटिकेटर ऐप के लिए QR कोड',
  orType: 'या ऐप में यह की (key) लिखें',
  appLink: 'इसी फ़ोन के ऐप में खोलें',
  turnOn: 'चालू करें',

  recovery: 'रिकवरी कोड',
  recoveryLeft: (count: number) =>
    count === 0
      ? 'एक भी नहीं बचा: नए बनाएँ, नहीं तो फ़ोन गया तो खाता गया।'
      : `${formatCount(count)} बचे हैं। फ़ोन पास न हो, तो हर कोड से एक बार साइन इन होता है।`,
  recoveryNew: 'नए बनाएँ',
  recoveryNewTitle: 'नए रिकवरी कोड बनाएँ?',
  recoveryNewDetail: 'जो कोड अभी आपके पास हैं, वे काम नहीं करेंगे।',
  keepTitle: 'ये रिकवरी कोड सँभालकर रखें',
  keepDetail:
    'फ़ोन पास न हो, तो हर कोड से एक बार साइन इन होता है। ये सिर्फ़ अभी दिखाए जा रहे हैं। इन्हें फ़ाइल में सेव करें या प्रिंट करें, और फ़ोन से अलग जगह रखें।',
  saveFile: 'फ़ाइल में सेव करें',
  print: 'प्रिंट करें',
  kept: 'मैंने रख लिए',
  fileName: 'trackecom-recovery-codes.txt',
  fileHead: 'TrackEcom के रिकवरी कोड। हर कोड एक बार काम करता है।',

  passkeys: 'पासकी',
  passkeysDetail: 'अपनी उँगली, चेहरे या फ़ोन के लॉक से साइन इन करें। पासकी न कोई लिख सकता है, न चुरा सकता है।',
  noPasskeys: 'अभी कोई पासकी नहीं।',
  addPasskey: 'पासकी जोड़ें',
  passkeyName: 'इस पासकी का नाम',
  passkeyNameHint: 'ताकि बाद में पहचान लें, जैसे “दुकान का फ़ोन”।',
  passkeyDefault: 'मेरा डिवाइस',
  passkeyAdded: 'पासकी जुड़ गई',
  passkeyRemoved: 'पासकी हट गई',
  passkeyMade: (when: string) => `${when} को जोड़ी`,
  passkeyUsed: (when: string) => `पिछली बार ${when} को इस्तेमाल हुई`,
  rename: 'नाम बदलें',
  renameLabel: (name: string) => `${name} का नाम बदलें`,
  remove: 'हटाएँ',
  removeLabel: (name: string) => `${name} हटाएँ`,
  removeTitle: (name: string) => `${name} हटाएँ?`,
  removeDetail: 'इससे आपका खाता अब नहीं खुलेगा। दूसरे डिवाइस साइन आउट हो जाएँगे।',

  devices: 'आप कहाँ-कहाँ साइन इन हैं',
  endOthers: 'बाकी सब जगह से साइन आउट करें',
  othersEnded: 'बाकी सब जगह से साइन आउट हो गया',

  signInWithPasskey: 'पासकी से साइन इन करें',
  secondTitle: 'दूसरा कदम',
  secondLead: 'आपका पासवर्ड सही है। अब अपने ऑथेंटिकेटर ऐप का कोड लिखें।',
  recoveryLead: 'आपका पासवर्ड सही है। अब अपना एक रिकवरी कोड लिखें। वह एक बार काम करता है।',
  recoveryCode: 'रिकवरी कोड',
  useRecovery: 'रिकवरी कोड इस्तेमाल करें',
  useApp: 'ऐप इस्तेमाल करें',
  startAgain: 'फिर से शुरू करें',
}
