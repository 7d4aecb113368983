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
  label: 'भूमिका',
  name: { owner: 'मालिक', manager: 'मैनेजर', accountant: 'अकाउंटेंट', packer: 'पैकर' },
  what: {
    owner: 'सब कुछ, और वर्कस्पेस में कौन-कौन रहे',
    manager: 'सब कुछ, पर वर्कस्पेस में कौन-कौन रहे, यह नहीं',
    accountant: 'हर आँकड़ा और फ़ाइल देख सकते हैं, कुछ बदल नहीं सकते',
    packer: 'रिटर्न और क्लेम देख सकते हैं, पैसा कहीं नहीं',
  },
  notYours: 'यह आपकी भूमिका में नहीं है',
  notYoursDetail: 'कौन क्या देखेगा, यह वर्कस्पेस के मालिक तय करते हैं।',
  toReturns: 'रिटर्न पर जाएँ',
  parcels: (count: number) => `${formatCount(count)} पार्सल`,
  noParcels: 'दूसरी तारीखें चुनें।',
}

export const team: Words<typeof englishTeam> = {
  title: 'टीम',
  lead: 'इस वर्कस्पेस में कौन-कौन हैं, और हर कोई क्या देखता है।',
  linkDetail: 'सदस्य, भूमिकाएँ, निमंत्रण',
  members: 'सदस्य',
  me: 'आप',
  since: (when: string) => `${when} से`,
  until: (when: string) => `${when} तक`,
  change: 'बदलें',
  changeLabel: (name: string) => `${name} की भूमिका बदलें`,
  changeTitle: (name: string) => `${name} क्या-क्या कर सकते हैं?`,
  changeDetail: 'वे इस वर्कस्पेस से साइन आउट होंगे, और नई भूमिका के साथ लौटेंगे।',
  ends: 'कब तक',
  keep: (when: string) => `जैसा है वैसा, ${when} तक`,
  noEnd: 'हमेशा के लिए',
  forDays: (days: number) => `आज से ${formatCount(days)} दिन`,
  changed: 'बदल गया',
  remove: 'हटाएँ',
  removeLabel: (name: string) => `${name} को हटाएँ`,
  removeTitle: (name: string) => `${name} को वर्कस्पेस से हटाएँ?`,
  removeDetail: 'वे तुरंत इससे साइन आउट हो जाएँगे। उनकी फ़ाइलें और फ़ैसले रहेंगे।',
  removed: 'हटा दिया',
  leave: 'छोड़ें',
  leaveTitle: 'यह वर्कस्पेस छोड़ें?',
  leaveDetail: 'आप तुरंत इससे साइन आउट हो जाएँगे। कोई दूसरा मालिक ही आपको वापस ला सकता है।',

  open: 'खुले निमंत्रण',
  openDetail: 'हर निमंत्रण सात दिन के अंदर एक बार इस्तेमाल हो सकता है।',
  noneOpen: 'कोई निमंत्रण खुला नहीं है।',
  byLink: 'लिंक से',
  expires: (when: string) => `${when} तक खुला`,
  placeUntil: (when: string) => `जगह ${when} तक`,
  withdraw: 'वापस लें',
  withdrawLabel: (whom: string) => `निमंत्रण वापस लें: ${whom}`,
  withdrawn: 'निमंत्रण वापस ले लिया',

  invite: 'किसी को बुलाएँ',
  inviteDetail: 'एक पते पर मेल से, या एक लिंक से जो आप खुद दें, तय समय के लिए।',
  byMail: 'मेल से बुलाएँ',
  email: 'उनका ईमेल',
  mailDetail: 'निमंत्रण सिर्फ़ इसी पते के लिए है।',
  send: 'निमंत्रण भेजें',
  sent: (email: string) => `${email} को निमंत्रण भेज दिया`,
  makeLink: 'लिंक बनाएँ',
  linkTitle: 'आपके अकाउंटेंट के लिए लिंक',
  linkLead: 'जिसे आप दें, वह एक बार जुड़ सकता है। उसकी जगह अपने आप खत्म हो जाती है।',
  madeTitle: 'लिंक बन गया',
  madeDetail: 'यह सिर्फ़ अभी दिखाया जा रहा है। इसे एक ही व्यक्ति को दें: जो पहले खोलेगा, जगह उसी की होगी।',
}

export const scopes: Words<typeof englishScopes> = {
  'uploads:write': { name: 'फ़ाइलें', detail: 'फ़ाइलें भेजना, देखना, और वापस लेना' },
  'reports:read': {
    name: 'आँकड़े',
    detail: 'हर आँकड़ा पढ़ना: ऑर्डर, पेमेंट, मुनाफ़ा, टैक्स',
  },
  'costs:write': { name: 'लागत', detail: 'माल की लागत और मासिक खर्च लिखना' },
  'export:read': { name: 'एक्सपोर्ट', detail: 'टेबल और सब कुछ का आर्काइव डाउनलोड करना' },
  other: 'ऐसा कुछ जो यह पेज नहीं जानता',
}

export const secret: Words<typeof englishSecret> = {
  copy: 'कॉपी करें',
  copied: 'कॉपी हो गया',
  notCopied: 'कॉपी नहीं हो सका। उसे चुनकर खुद कॉपी कर लें।',
  kept: 'मैंने रख लिया',
}

export const tokens: Words<typeof englishTokens> = {
  title: 'टोकन',
  lead: 'स्क्रिप्ट और कमांड लाइन के लिए: हर टोकन सिर्फ़ वही कर सकता है जिस पर आप निशान लगाएँ।',
  linkDetail: 'स्क्रिप्ट और कमांड लाइन के लिए',
  yours: 'आपके टोकन',
  none: 'आपका कोई टोकन नहीं है।',
  cli: 'कमांड लाइन',
  made: (when: string) => `${when} को बना`,
  ends: (when: string) => `${when} को खत्म`,
  used: (when: string) => `पिछली बार ${when} को इस्तेमाल हुआ`,
  neverUsed: 'कभी इस्तेमाल नहीं हुआ',
  make: 'टोकन बनाएँ',
  makeDetail: 'जिसके पास यह हो, वह आपके पासवर्ड के बिना वह सब कर सकता है जिस पर निशान लगा है।',
  name: 'नाम',
  nameHint: 'किस काम का है, जैसे “रात का अपलोड”।',
  may: 'यह क्या कर सकता है',
  days: 'कब खत्म हो',
  inDays: (days: number) => `${formatCount(days)} दिन`,
  madeTitle: 'टोकन बन गया',
  madeDetail: 'यह सिर्फ़ अभी दिखाया जा रहा है। इसे वहाँ रखें जहाँ आपकी स्क्रिप्ट पढ़े, पासवर्ड की तरह सँभालकर।',
  remove: 'हटाएँ',
  removeLabel: (name: string) => `${name} हटाएँ`,
  removeTitle: (name: string) => `${name} हटाएँ?`,
  removeDetail: 'जिसके पास यह है, उसे तुरंत मना हो जाएगा।',
  removed: 'टोकन हट गया',
  removeAll: 'सारे हटाएँ',
  removeAllTitle: 'अपने सारे टोकन हटाएँ?',
  removeAllDetail: 'हर स्क्रिप्ट और टोकन से साइन इन हर डिवाइस को तुरंत मना हो जाएगा।',
  allRemoved: 'सारे टोकन हट गए',
}

export const device: Words<typeof englishDevice> = {
  title: 'डिवाइस को साइन इन करें',
  lead: 'कमांड लाइन में दिख रहा कोड लिखें।',
  code: 'कोड',
  go: 'आगे बढ़ें',
  asks: (client: string) => `${client} अंदर आना चाहता है`,
  check: 'क्या आपके डिवाइस पर यही कोड दिख रहा है?',
  who: 'प्रोग्राम',
  place: 'किस नेटवर्क से',
  noPlace: 'पता नहीं',
  when: 'कब माँगा',
  ends: 'कब तक खुला',
  may: 'यह क्या-क्या कर सकेगा',
  warning:
    'तभी मंज़ूर करें जब यह आपने खुद, अभी, अपने ही डिवाइस पर शुरू किया हो। कोड या यह लिंक किसी और ने भेजा हो, तो मना करें: वह आपके खाते में घुस जाएगा।',
  approve: 'मंज़ूर करें',
  refuse: 'मना करें',
  approved: 'डिवाइस को अंदर आने दिया',
  approvedDetail: 'डिवाइस पर लौटें: वह अपने आप आगे बढ़ेगा। उसकी पहुँच आप सेटिंग, टोकन में जाकर बंद कर सकते हैं।',
  refused: 'डिवाइस को मना किया',
  refusedDetail: 'उसे कुछ नहीं मिलेगा। यह आपने शुरू नहीं किया, तो अपना पासवर्ड बदलें।',
  another: 'दूसरा कोड',
}

export const join: Words<typeof englishJoin> = {
  title: 'वर्कस्पेस में शामिल हों',
  offer: (workspace: string) => `${workspace} में शामिल हों`,
  asRole: (role: string, what: string) => `भूमिका: ${role}। ${what}।`,
  until: (when: string) => `आपकी जगह ${when} तक है।`,
  signedIn: (email: string) => `आप ${email} से साइन इन हैं।`,
  stays: 'आपका अपना वर्कस्पेस वैसा ही रहेगा; सेटिंग में जाकर दोनों के बीच बदल सकते हैं।',
  action: 'शामिल हों',
  another: 'दूसरे खाते से',
  broken: 'यह लिंक अधूरा है',
  brokenDetail: 'मैसेज से पूरा लिंक कॉपी करें, या नया माँगें।',
  refused: 'यह निमंत्रण इस्तेमाल नहीं हो सकता',
}

export const workspaces: Words<typeof englishWorkspaces> = {
  title: 'वर्कस्पेस',
  detail: 'आप एक से ज़्यादा में हैं। हर स्क्रीन वही दिखाती है जिसमें आप अभी हैं।',
  current: 'आप यहाँ हैं',
  enter: 'वहाँ जाएँ',
  enterLabel: (name: string) => `वहाँ जाएँ: वर्कस्पेस ${name}`,
}
