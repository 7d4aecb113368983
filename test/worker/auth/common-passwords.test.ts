import { COMMON_PASSWORDS } from '#worker/auth/common-passwords'
import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, test } from 'vitest'

test('the list is the five thousand most common that our length rule would let through', () => {
  const common = dictionary['passwords-common'].filter((word) => word.length >= 8)
  expect([...COMMON_PASSWORDS]).toEqual(common.slice(0, 5000))
})
