/** The pages that need no account: their frame and the landing; loaded with them, not with the dashboard. */
export const publicText = {
  home: 'TrackEcom, start',
  navLabel: 'Pages',
  footLabel: 'More pages',
  help: 'Help',
  glossary: 'Glossary',
  signIn: 'Sign in',
  signUp: 'Create account',
  open: 'Open my figures',
  foot: 'TrackEcom is not part of Meesho. It reads the files you download, and changes nothing in your supplier panel.',
}

export const welcome = {
  tab: 'What your Meesho shop really earned',
  title: 'What did your Meesho shop really earn?',
  lead: 'Drop the files of your supplier panel. See, to the paisa, what you earned, what Meesho still owes you and what you have to file. Every figure opens the rows it is made of.',
  sample: 'Look around with sample data',
  own: 'Create your account',
  sampleNote: 'No account needed. The seller in it is made up; it opens with one click.',
  picture: {
    title: 'Sample seller',
    days: 'June to September 2026',
    label: 'The money of the sample seller, from sales to the bank',
    lines: {
      grossSales: 'Gross sales',
      salesReturned: 'Sales returned',
      fees: 'Meesho fees',
      taxesWithheld: 'TCS and TDS withheld',
      givenAndTaken: 'Compensation, claims, recovery',
      unexplained: 'Unexplained',
      ads: 'Ads',
      others: 'Referral and adjustments',
      bankReceipts: 'Reached the bank',
    },
    note: 'Six rows do not add up by Meesho’s own formula. We show them, we do not hide them.',
  },
  questions: {
    title: 'Questions it answers',
    profit: {
      ask: 'Am I making money, and on which SKU?',
      answer:
        'Profit for the whole shop, each month and each SKU, with your own cost of goods. A missing cost is named, never taken as nil.',
    },
    reconcile: {
      ask: 'Which delivered orders were never paid?',
      answer: 'Every sub-order stands in one place. Overdue ones are listed with their money.',
    },
    claims: {
      ask: 'What was deducted wrongly?',
      answer:
        'Charges are checked row by row, with the proof and a ready ticket text, before the claim window closes.',
    },
    returns: {
      ask: 'Where are my returned parcels?',
      answer: 'Each parcel with its courier, its days and what it cost. Lost and late ones first.',
    },
    payouts: {
      ask: 'What money comes, and did it reach the bank?',
      answer:
        'What Meesho promises stands beside what came, never inside it. Your bank statement can be laid beside the payouts.',
    },
    tax: {
      ask: 'What do I file for GST, TCS and TDS?',
      answer: 'Registers for each month, ready for you or your accountant.',
    },
  },
  steps: {
    title: 'How it works',
    items: [
      {
        name: 'Download',
        detail: 'Payments to Date, Orders and Returns, as the supplier panel gives them.',
      },
      {
        name: 'Drop',
        detail: 'Many at once, in any order, from a phone too. The same file twice counts once.',
      },
      { name: 'See', detail: 'Figures for any days. Tap one, and see the rows of your files.' },
    ],
    more: 'Where to find each file',
  },
  promises: {
    title: 'Your files stay yours',
    items: [
      {
        name: 'Sealed',
        detail: 'The files you send are stored encrypted, with a key of your workspace alone.',
      },
      {
        name: 'Not sold, not shared',
        detail: 'Your figures go to nobody else. Only people you invite yourself can see them.',
      },
      {
        name: 'No watchers',
        detail: 'No advertising and no trackers. These pages load nothing from anybody else.',
      },
      {
        name: 'No Meesho password',
        detail: 'We never ask for it, and we change nothing in your supplier panel.',
      },
      {
        name: 'Nothing in our logs',
        detail: 'No name, no amount and nothing of your files is written to them.',
      },
      {
        name: 'Undo, and take along',
        detail:
          'An undone file leaves every figure. One archive holds all your files and decisions.',
      },
    ],
  },
  last: {
    title: 'See it with your own files',
    detail: 'One Payments to Date file is enough to begin.',
  },
}
