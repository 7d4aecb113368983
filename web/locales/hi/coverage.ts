import type { coverage as english } from '../en/coverage'
import { formatCount } from '../format'
import type { Words } from '../words'

const months = (count: number) => `${formatCount(count)} ${count === 1 ? 'महीना' : 'महीने'}`

export const coverage: Words<typeof english> = {
  title: 'किस महीने की कौन-सी फ़ाइल है',
  show: 'महीने दिखाएँ',
  hide: 'महीने छिपाएँ',
  year: (year: number) => `अप्रैल ${year} से मार्च ${year + 1}`,
  earlier: 'पिछला साल',
  later: 'अगला साल',
  nothing: (year: string) => `${year} के बारे में किसी फ़ाइल में कुछ नहीं है।`,
  summary: (missing: number, provisional: number) => {
    if (missing + provisional === 0) return 'इन फ़ाइलों में कुछ कम नहीं है।'
    const parts = [
      ...(missing > 0 ? [`${months(missing)} बिना फ़ाइल के`] : []),
      ...(provisional > 0 ? [`${months(provisional)} ${provisional === 1 ? 'अधूरा' : 'अधूरे'}`] : []),
    ]
    return `${parts.join(', ')}; हर तरह की फ़ाइल अलग गिनी गई है।`
  },
  states: {
    missing: 'फ़ाइल नहीं',
    provisional: 'अधूरा',
    complete: 'पूरा',
    restated: 'बाद में बदला',
  },
  meanings: {
    missing: 'इस महीने के बारे में किसी फ़ाइल में कुछ नहीं है',
    provisional: 'महीना अभी पूरा नहीं हुआ, या फ़ाइलों में कुछ दिन नहीं हैं',
    complete: 'हर दिन शामिल है',
    restated: 'हर दिन शामिल है, और बाद की किसी फ़ाइल ने आँकड़े बदले',
  },
  find: 'यह फ़ाइल कहाँ मिलेगी',
  findFor: (kind: string, month: string, state: string) =>
    `${kind}, ${month}: ${state}। यह फ़ाइल कहाँ मिलेगी`,
}
