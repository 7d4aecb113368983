import type { roles as englishRoles, workspaces as englishWorkspaces } from '../en/roles'
import { formatCount } from '../format'
import type { Words } from '../words'

/** What each role is called, and what it sees. */
export const roles: Words<typeof englishRoles> = {
  label: 'भूमिका',
  name: { owner: 'मालिक', manager: 'मैनेजर', accountant: 'अकाउंटेंट', packer: 'पैकर', visitor: 'विज़िटर' },
  what: {
    owner: 'सब कुछ, और वर्कस्पेस में कौन-कौन रहे',
    manager: 'सब कुछ, पर वर्कस्पेस में कौन-कौन रहे, यह नहीं',
    accountant: 'हर आँकड़ा और फ़ाइल देख सकते हैं, कुछ बदल नहीं सकते',
    packer: 'रिटर्न और क्लेम देख सकते हैं, पैसा कहीं नहीं',
    visitor: 'सैंपल देख सकते हैं, कुछ बदल नहीं सकते',
  },
  notYours: 'यह आपकी भूमिका में नहीं है',
  notYoursDetail: 'कौन क्या देखेगा, यह वर्कस्पेस के मालिक तय करते हैं।',
  toReturns: 'रिटर्न पर जाएँ',
  toOverview: '“एक नज़र में” पर जाएँ',
  parcels: (count: number) => `${formatCount(count)} पार्सल`,
  noParcels: 'दूसरी तारीखें चुनें।',
}

export const workspaces: Words<typeof englishWorkspaces> = {
  title: 'वर्कस्पेस',
  detail: 'आप एक से ज़्यादा में हैं। हर स्क्रीन वही दिखाती है जिसमें आप अभी हैं।',
  current: 'आप यहाँ हैं',
  noName: 'बिना नाम का वर्कस्पेस',
  enter: 'वहाँ जाएँ',
  enterLabel: (name: string) => `वहाँ जाएँ: वर्कस्पेस ${name}`,
}
