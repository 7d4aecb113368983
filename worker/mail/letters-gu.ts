import type { Letters } from './letter'
import type { Notice } from './notices'

const NOTICE: Readonly<Record<Notice, { readonly subject: string; readonly said: string }>> = {
  'password-changed': {
    subject: 'TrackEcom નો તમારો પાસવર્ડ બદલાયો',
    said: 'તમારા ખાતાનો પાસવર્ડ હમણાં બદલાયો. બીજી બધી જગ્યાએથી સાઇન આઉટ કરવામાં આવ્યું છે.',
  },
  'authenticator-on': {
    subject: 'TrackEcom માં સાઇન ઇન માટે હવે કોડ પણ જોઈશે',
    said: 'તમારા ખાતા માટે હમણાં ઑથેન્ટિકેટર ઍપ ઉમેરવામાં આવી. હવેથી સાઇન ઇન વખતે તેનો કોડ માગવામાં આવશે.',
  },
  'authenticator-off': {
    subject: 'TrackEcom માં સાઇન ઇન માટે હવે કોડ નહીં જોઈએ',
    said: 'તમારા ખાતાની ઑથેન્ટિકેટર ઍપ હમણાં બંધ કરવામાં આવી.',
  },
  'recovery-codes-made': {
    subject: 'TrackEcom ના નવા રિકવરી કોડ',
    said: 'તમારા ખાતા માટે હમણાં નવા રિકવરી કોડ બનાવવામાં આવ્યા. જૂના કોડ હવે ચાલશે નહીં.',
  },
  'passkey-added': {
    subject: 'તમારા TrackEcom ખાતામાં એક પાસકી ઉમેરાઈ',
    said: 'હવેથી એક નવી પાસકીથી પણ તમારું ખાતું ખૂલે છે.',
  },
  'passkey-removed': {
    subject: 'તમારા TrackEcom ખાતામાંથી એક પાસકી દૂર થઈ',
    said: 'તમારા ખાતાની એક પાસકી હમણાં દૂર કરવામાં આવી. તેનાથી હવે કંઈ ખૂલતું નથી.',
  },
}

const NEW_PASSWORD = 'નવો પાસવર્ડ પસંદ કરો'

export const lettersGu: Letters = {
  language: 'gu',
  verification: (code) => ({
    subject: 'TrackEcom માટે તમારો કોડ',
    paragraphs: ['આ ઈમેલ સરનામું તમારું છે તે બતાવવા માટે આ કોડ TrackEcom માં લખો.'],
    code,
    end: 'તે દસ મિનિટ સુધી ચાલે છે. જો તમે ખાતું બનાવ્યું નથી, તો કંઈ કરવાની જરૂર નથી.',
  }),
  reset: (href) => ({
    subject: 'TrackEcom નો નવો પાસવર્ડ',
    paragraphs: ['કોઈએ, આશા છે કે તમે જ, નવો પાસવર્ડ માગ્યો છે.'],
    link: { href, label: NEW_PASSWORD },
    end: 'આ લિંક એક કલાક સુધી, એક જ વાર ચાલે છે. જો તમે માગ્યો નથી, તો કંઈ કરવાની જરૂર નથી: તમારો પાસવર્ડ એ જ રહેશે.',
  }),
  invitation: (workspace, href) => ({
    subject: `TrackEcom પર ${workspace} માં તમારી જગ્યા`,
    paragraphs: [
      `તમને TrackEcom પર ${workspace} માં બોલાવવામાં આવ્યા છે, જ્યાં તેના ઓર્ડર અને પેમેન્ટ તપાસાય છે.`,
    ],
    link: { href, label: 'આમંત્રણ ખોલો' },
    end: 'આ લિંક એક વાર, સાત દિવસ સુધી અને ફક્ત આ સરનામા માટે ચાલે છે. જો તમે મોકલનારને ઓળખતા નથી, તો કંઈ કરવાની જરૂર નથી.',
  }),
  emailCode: (code) => ({
    subject: 'નવા ઈમેલ સરનામા માટે તમારો કોડ',
    paragraphs: ['આ કોડ TrackEcom માં લખો. ત્યાર પછી તમે આ જ સરનામાથી સાઇન ઇન કરશો.'],
    code,
    end: 'તે દસ મિનિટ સુધી ચાલે છે. જો તમે માગ્યો નથી, તો કંઈ કરવાની જરૂર નથી.',
  }),
  emailAsked: (href) => ({
    subject: 'કોઈ તમારા TrackEcom ખાતાનું ઈમેલ સરનામું બદલવા માગે છે',
    paragraphs: [
      'તમારા ખાતામાં સાઇન ઇન થયેલા કોઈએ, આશા છે કે તમે જ, બીજું ઈમેલ સરનામું માગ્યું છે.',
      'નવા સરનામે મોકલેલો કોડ ન લખાય ત્યાં સુધી કંઈ બદલાશે નહીં.',
    ],
    link: { href, label: NEW_PASSWORD },
    end: 'જો એ તમે નહોતા, તો હમણાં જ નવો પાસવર્ડ પસંદ કરો. તેનાથી આ ફેરફાર પણ અટકી જશે.',
  }),
  emailChanged: (href) => ({
    subject: 'તમારા TrackEcom ખાતાનું ઈમેલ સરનામું બદલાયું',
    paragraphs: [
      'તમારા ખાતાનું ઈમેલ સરનામું હવે બીજું છે. આ સરનામાથી હવે સાઇન ઇન નહીં થાય.',
      'જો એ તમે હતા, તો કંઈ કરવાની જરૂર નથી.',
    ],
    link: { href, label: 'TrackEcom ખોલો' },
    end: 'જો એ તમે નહોતા, તો તમારું ખાતું બીજા કોઈ પાસે છે. નવું સરનામું ખબર હોય તો તેનાથી સાઇન ઇન કરીને તરત પાસવર્ડ બદલો.',
  }),
  notice: (about, href) => ({
    subject: NOTICE[about].subject,
    paragraphs: [NOTICE[about].said, 'જો એ તમે હતા, તો કંઈ કરવાની જરૂર નથી.'],
    link: { href, label: NEW_PASSWORD },
    end: 'જો એ તમે નહોતા, તો હમણાં જ નવો પાસવર્ડ પસંદ કરો. તેનાથી બાકી બધા સાઇન આઉટ થઈ જશે.',
  }),
}
