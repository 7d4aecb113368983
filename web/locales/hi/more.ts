/** The names over the groups of places, in the side navigation and in the phone's sheet. */
export const more = {
  groups: {
    start: 'शुरुआत',
    money: 'पैसा',
    orders: 'ऑर्डर',
    taxAndCosts: 'टैक्स और लागत',
    settings: 'फ़ाइलें और सेटिंग',
  },
}
