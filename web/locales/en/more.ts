/** The names over the groups of places, in the side navigation and in the phone's sheet. */
export const more = {
  groups: {
    start: 'Start',
    money: 'Money',
    orders: 'Orders',
    taxAndCosts: 'Tax and costs',
    settings: 'Files and settings',
  },
}
