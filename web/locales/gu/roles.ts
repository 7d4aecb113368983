import type { roles as englishRoles, workspaces as englishWorkspaces } from '../en/roles'
import { formatCount } from '../format'
import type { Words } from '../words'

/** What each role is called, and what it sees. */
export const roles: Words<typeof englishRoles> = {
  label: 'ભૂમિકા',
  name: {
    owner: 'માલિક',
    manager: 'મેનેજર',
    accountant: 'એકાઉન્ટન્ટ',
    packer: 'પેકર',
    visitor: 'મુલાકાતી',
  },
  what: {
    owner: 'બધું, અને વર્કસ્પેસમાં કોણ કોણ રહે તે પણ',
    manager: 'બધું, પણ વર્કસ્પેસમાં કોણ કોણ રહે તે નહીં',
    accountant: 'દરેક આંકડો અને ફાઇલ જોઈ શકે, કંઈ બદલી ન શકે',
    packer: 'રિટર્ન અને ક્લેમ જોઈ શકે, પૈસા ક્યાંય નહીં',
    visitor: 'સેમ્પલ જોઈ શકે, કંઈ બદલી ન શકે',
  },
  notYours: 'આ તમારી ભૂમિકામાં નથી',
  notYoursDetail: 'કોણ શું જુએ તે વર્કસ્પેસના માલિક નક્કી કરે છે.',
  toReturns: 'રિટર્ન પર જાઓ',
  toOverview: '“એક નજરમાં” પર જાઓ',
  parcels: (count: number) => `${formatCount(count)} પાર્સલ`,
  noParcels: 'બીજી તારીખો પસંદ કરો.',
}

export const workspaces: Words<typeof englishWorkspaces> = {
  title: 'વર્કસ્પેસ',
  detail: 'તમે એકથી વધારેમાં છો. દરેક સ્ક્રીન એ જ બતાવે છે જેમાં તમે હમણાં છો.',
  current: 'તમે અહીં છો',
  noName: 'નામ વગરનું વર્કસ્પેસ',
  enter: 'ત્યાં જાઓ',
  enterLabel: (name: string) => `ત્યાં જાઓ: વર્કસ્પેસ ${name}`,
}
