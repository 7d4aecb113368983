/** The names over the groups of places, in the side navigation and in the phone's sheet. */
export const more = {
  groups: {
    start: 'શરૂઆત',
    money: 'પૈસા',
    orders: 'ઓર્ડર',
    taxAndCosts: 'ટેક્સ અને પડતર',
    settings: 'ફાઇલો અને સેટિંગ',
  },
}
