import type { visit as english } from '../en/visit'
import type { Words } from '../words'

export const visit: Words<typeof english> = {
  notice: 'यह एक बनावटी सेलर है। यहाँ किसी का असली पैसा नहीं है।',
  own: 'अपना खाता बनाएँ',
  leave: 'बाहर निकलें',
  notYours: 'यह खाते वालों के लिए है',
  notYoursDetail: 'सैंपल का अपना कोई खाता, टीम या सेटिंग नहीं है।',
  opening: 'खुल रहा है…',
  notVerified: 'अपना ईमेल पक्का करें, ताकि पासवर्ड भूलने पर भी आप अंदर आ सकें।',
  notVerifiedLink: 'कोड लिखें',
}
