import type { visit as english } from '../en/visit'
import type { Words } from '../words'

export const visit: Words<typeof english> = {
  notice: 'આ બનાવટી સેલર છે. અહીં કોઈના સાચા પૈસા નથી.',
  own: 'તમારું ખાતું બનાવો',
  leave: 'બહાર નીકળો',
  notYours: 'આ ખાતાવાળા માટે છે',
  notYoursDetail: 'સેમ્પલનું પોતાનું કોઈ ખાતું, ટીમ કે સેટિંગ નથી.',
  opening: 'ખૂલે છે…',
  notVerified: 'તમારો ઈમેલ પાકો કરો, જેથી પાસવર્ડ ભૂલી જાઓ તો પણ અંદર આવી શકો.',
  notVerifiedLink: 'કોડ લખો',
}
