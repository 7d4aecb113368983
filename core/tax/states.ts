/** A state as GST knows it: the first two digits of a GSTIN and of a place of supply. */
export type State = { readonly code: string; readonly name: string }

const STATES: readonly (readonly [code: string, name: string, ...others: string[]])[] = [
  ['01', 'JAMMU AND KASHMIR'],
  ['02', 'HIMACHAL PRADESH'],
  ['03', 'PUNJAB'],
  ['04', 'CHANDIGARH'],
  ['05', 'UTTARAKHAND', 'UTTARANCHAL'],
  ['06', 'HARYANA'],
  ['07', 'DELHI', 'NEW DELHI', 'NCT OF DELHI'],
  ['08', 'RAJASTHAN'],
  ['09', 'UTTAR PRADESH'],
  ['10', 'BIHAR'],
  ['11', 'SIKKIM'],
  ['12', 'ARUNACHAL PRADESH'],
  ['13', 'NAGALAND'],
  ['14', 'MANIPUR'],
  ['15', 'MIZORAM'],
  ['16', 'TRIPURA'],
  ['17', 'MEGHALAYA'],
  ['18', 'ASSAM'],
  ['19', 'WEST BENGAL'],
  ['20', 'JHARKHAND'],
  ['21', 'ODISHA', 'ORISSA'],
  ['22', 'CHHATTISGARH', 'CHATTISGARH'],
  ['23', 'MADHYA PRADESH'],
  ['24', 'GUJARAT'],
  [
    '26',
    'DADRA AND NAGAR HAVELI AND DAMAN AND DIU',
    'DADRA AND NAGAR HAVELI',
    'DAMAN AND DIU',
    'THE DADRA AND NAGAR HAVELI AND DAMAN AND DIU',
  ],
  ['27', 'MAHARASHTRA'],
  ['29', 'KARNATAKA'],
  ['30', 'GOA'],
  ['31', 'LAKSHADWEEP'],
  ['32', 'KERALA'],
  ['33', 'TAMIL NADU', 'TAMILNADU'],
  ['34', 'PUDUCHERRY', 'PONDICHERRY'],
  ['35', 'ANDAMAN AND NICOBAR ISLANDS', 'ANDAMAN AND NICOBAR'],
  ['36', 'TELANGANA', 'TELENGANA'],
  ['37', 'ANDHRA PRADESH'],
  ['38', 'LADAKH'],
  ['97', 'OTHER TERRITORY'],
]

const BY_NAME = new Map(
  STATES.flatMap(([code, name, ...others]) =>
    [name, ...others].map((each) => [each, { code, name }] as const),
  ),
)

/** Nothing for a name that is no state's. Files mix case, `&` with `AND`, and old names with new ones. */
export function findState(text: string): State | undefined {
  return BY_NAME.get(plainName(text))
}

/** One name for one state, so that a sum by state has one row each; an unknown name stays as it is. */
export function stateName(text: string): string {
  const plain = plainName(text)
  return BY_NAME.get(plain)?.name ?? plain
}

function plainName(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replaceAll(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
}
