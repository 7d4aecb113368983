import type { faces as english } from '../en/faces'
import type { Words } from '../words'

export const faces: Words<typeof english> = {
  offline: {
    title: 'इंटरनेट नहीं है',
    detail: 'कोई जवाब नहीं आया। आपका काम सुरक्षित है; इंटरनेट आने पर फिर से कोशिश करें।',
  },
  server: {
    title: 'हमारी तरफ़ कुछ गड़बड़ हुई',
    detail: 'कुछ खोया नहीं है। एक मिनट बाद फिर से कोशिश करें।',
    request: (id: string) => `फिर भी न हो, तो हमें यह नंबर बताएँ: ${id}`,
  },
  busy: { title: 'एक साथ बहुत ज़्यादा हो गया', detail: 'एक मिनट रुककर फिर से कोशिश करें।' },
  refused: { title: 'यह नहीं हो पाया' },
  notFound: {
    title: 'यहाँ कुछ नहीं है',
    detail: 'पता गलत है, या यह किसी और का है।',
    action: '“एक नज़र में” पर जाएँ',
  },
  noFiles: {
    title: 'अभी कोई फ़ाइल नहीं है',
    detail: 'सप्लायर पैनल की फ़ाइलें डालें। उनमें जो लिखा है, वह यहाँ दिखेगा।',
    action: 'फ़ाइलें डालें',
  },
  noPayments: {
    detail: 'Meesho ने कितना दिया, अभी पता नहीं। Payments to Date फ़ाइलें डालें।',
  },
  signedOut: {
    title: 'आप साइन आउट हो गए',
    detail: 'फिर से साइन इन करें, आप इसी पेज पर लौटेंगे।',
  },
  reload: {
    title: 'इस पेज का नया रूप आ गया है',
    detail: 'आगे बढ़ने के लिए पेज फिर से लोड करें। आपके फ़िल्टर बने रहेंगे।',
    action: 'फिर से लोड करें',
  },
}
