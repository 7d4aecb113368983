import type { compare as english } from '../en/compare'
import type { Words } from '../words'

export const compare: Words<typeof english> = {
  label: 'किससे तुलना करें',
  options: { none: 'किसी से नहीं', period: 'उससे पहले के दिन', year: 'एक साल पहले' },
  against: (days) => `${days} से तुलना`,
  title: 'दो समय आमने-सामने',
  caption: (days) => `${days} से तुलना में मुनाफ़ा-नुकसान`,
  change: 'बदलाव',
  points: (count) => `${count} अंक`,
  up: (amount) => `${amount} ज़्यादा`,
  down: (amount) => `${amount} कम`,
  withShare: (amount, share) => `${amount} (${share})`,
  versus: (change, days) => `${days} के मुकाबले ${change}`,
  notKnown: 'पता नहीं',
  newThen: 'तब कुछ नहीं',
  cautions: {
    nothing: 'उन दिनों के बारे में किसी फ़ाइल में कुछ नहीं है।',
    after_files: 'फ़ाइलें अभी इन दिनों के आखिर तक नहीं पहुँचतीं।',
    not_settled: 'अभी सब सेटल नहीं हुआ है: बदलाव आगे बदल सकता है।',
    cost_partial: 'कुछ लागत नहीं भरी है; वह दोनों में से किसी मुनाफ़े में नहीं घटी है।',
  },
}
