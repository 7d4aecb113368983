import type { Letters } from './letter'
import type { Notice } from './notices'

const NOTICE: Readonly<Record<Notice, { readonly subject: string; readonly said: string }>> = {
  'password-changed': {
    subject: 'TrackEcom का आपका पासवर्ड बदला गया',
    said: 'आपके खाते का पासवर्ड अभी बदला गया। बाकी सब जगह से साइन आउट कर दिया गया है।',
  },
  'authenticator-on': {
    subject: 'TrackEcom में साइन इन के लिए अब कोड भी लगेगा',
    said: 'आपके खाते के लिए अभी एक ऑथेंटिकेटर ऐप जोड़ा गया। अब से साइन इन करते समय उसका कोड माँगा जाएगा।',
  },
  'authenticator-off': {
    subject: 'TrackEcom में साइन इन के लिए अब कोड नहीं लगेगा',
    said: 'आपके खाते का ऑथेंटिकेटर ऐप अभी बंद किया गया।',
  },
  'recovery-codes-made': {
    subject: 'TrackEcom के नए रिकवरी कोड',
    said: 'आपके खाते के लिए अभी नए रिकवरी कोड बनाए गए। पुराने कोड अब काम नहीं करेंगे।',
  },
  'passkey-added': {
    subject: 'आपके TrackEcom खाते में एक पासकी जोड़ी गई',
    said: 'अब से एक नई पासकी से भी आपका खाता खुलता है।',
  },
  'passkey-removed': {
    subject: 'आपके TrackEcom खाते से एक पासकी हटाई गई',
    said: 'आपके खाते की एक पासकी अभी हटाई गई। उससे अब कुछ नहीं खुलता।',
  },
}

const NEW_PASSWORD = 'नया पासवर्ड चुनें'

export const lettersHi: Letters = {
  language: 'hi',
  verification: (code) => ({
    subject: 'TrackEcom के लिए आपका कोड',
    paragraphs: ['यह दिखाने के लिए कि यह ईमेल पता आपका है, यह कोड TrackEcom में लिखें।'],
    code,
    end: 'यह दस मिनट तक काम करता है। अगर आपने खाता नहीं बनाया है, तो कुछ करने की ज़रूरत नहीं।',
  }),
  reset: (href) => ({
    subject: 'TrackEcom का नया पासवर्ड',
    paragraphs: ['किसी ने, उम्मीद है आपने ही, नया पासवर्ड माँगा है।'],
    link: { href, label: NEW_PASSWORD },
    end: 'यह लिंक एक घंटे तक, एक ही बार काम करता है। अगर यह आपने नहीं माँगा, तो कुछ करने की ज़रूरत नहीं: आपका पासवर्ड वही रहेगा।',
  }),
  invitation: (workspace, href) => ({
    subject: `TrackEcom पर ${workspace} में आपकी जगह`,
    paragraphs: [`आपको TrackEcom पर ${workspace} में बुलाया गया है, जहाँ उसके ऑर्डर और पेमेंट जाँचे जाते हैं।`],
    link: { href, label: 'निमंत्रण खोलें' },
    end: 'यह लिंक एक बार, सात दिन तक और सिर्फ़ इसी पते के लिए काम करता है। अगर आप भेजने वाले को नहीं जानते, तो कुछ करने की ज़रूरत नहीं।',
  }),
  emailCode: (code) => ({
    subject: 'नए ईमेल पते के लिए आपका कोड',
    paragraphs: ['यह कोड TrackEcom में लिखें। उसके बाद आप इसी पते से साइन इन करेंगे।'],
    code,
    end: 'यह दस मिनट तक काम करता है। अगर यह आपने नहीं माँगा, तो कुछ करने की ज़रूरत नहीं।',
  }),
  emailAsked: (href) => ({
    subject: 'कोई आपके TrackEcom खाते का ईमेल पता बदलना चाहता है',
    paragraphs: [
      'आपके खाते में साइन इन किए हुए किसी ने, उम्मीद है आपने ही, दूसरा ईमेल पता माँगा है।',
      'जब तक नए पते पर भेजा गया कोड नहीं लिखा जाता, कुछ नहीं बदलेगा।',
    ],
    link: { href, label: NEW_PASSWORD },
    end: 'अगर यह आप नहीं थे, तो अभी नया पासवर्ड चुनें। इससे यह बदलाव भी रुक जाएगा।',
  }),
  emailChanged: (href) => ({
    subject: 'आपके TrackEcom खाते का ईमेल पता बदला गया',
    paragraphs: [
      'आपके खाते का ईमेल पता अब दूसरा है। इस पते से अब साइन इन नहीं होगा।',
      'अगर यह आप थे, तो कुछ करने की ज़रूरत नहीं।',
    ],
    link: { href, label: 'TrackEcom खोलें' },
    end: 'अगर यह आप नहीं थे, तो आपका खाता किसी और के पास है। नया पता मालूम हो तो उससे साइन इन करके तुरंत पासवर्ड बदलें।',
  }),
  notice: (about, href) => ({
    subject: NOTICE[about].subject,
    paragraphs: [NOTICE[about].said, 'अगर यह आप थे, तो कुछ करने की ज़रूरत नहीं।'],
    link: { href, label: NEW_PASSWORD },
    end: 'अगर यह आप नहीं थे, तो अभी नया पासवर्ड चुनें। इससे बाकी सब साइन आउट हो जाएँगे।',
  }),
}
