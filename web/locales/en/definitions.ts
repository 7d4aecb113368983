type Definition = { readonly what: string; readonly formula?: string; readonly files: string }

const PAYMENTS = 'Payments to Date (Order Payments sheet)'
const ALL_PAYMENTS = 'Payments to Date, all sheets'
const ADS_SHEET = 'Payments to Date (Ads Cost sheet)'

function term(what: string, column: string): Definition {
  return { what, formula: `Sum of the column “${column}”`, files: PAYMENTS }
}

/** What each figure means, how it is made, and from which files. */
export const definitions: Record<string, Definition> = {
  grossSales: term('What buyers were charged, GST and shipping included.', 'Total Sale Amount'),
  salesReturned: term('Sales taken back because the buyer returned.', 'Total Sale Return Amount'),
  netSales: {
    what: 'Sales that stayed sales.',
    formula: 'Gross sales + Sales returned',
    files: PAYMENTS,
  },
  fees: {
    what: 'Everything Meesho keeps for its services, GST included.',
    formula:
      'Commission + platform fees + fixed fee + warehousing + shipping + return shipping + support + premiums',
    files: PAYMENTS,
  },
  commission: term('Meesho’s commission with GST.', 'Meesho Commission'),
  goldFee: term('Fee of the Gold programme.', 'Meesho gold platform fee'),
  mallFee: term('Fee of the Mall programme.', 'Meesho mall platform fee'),
  fixedFeeRevenue: term('Fixed fee for each order.', 'Fixed Fee'),
  warehousingRevenue: term('Fee for goods kept in Meesho’s warehouse.', 'Warehousing fee'),
  fixedFeeDeduction: term('Fixed fee printed beside the formula.', 'Fixed Fee (deduction)'),
  warehousingDeduction: term(
    'Warehousing printed beside the formula.',
    'Warehousing fee (deduction)',
  ),
  shipping: term('What delivery to the buyer cost you.', 'Shipping Charge'),
  returnShipping: term(
    'What carrying a customer return back cost you. An RTO has none.',
    'Return Shipping Charge',
  ),
  gstCompensation: term('GST difference for PRP prices.', 'GST Compensation (PRP Shipping)'),
  supportNet: term('Other support services, after waivers.', 'Net Other Support Service Charges'),
  supportGst: term('GST on other support services.', 'GST on Net Other Support Service Charges'),
  returnPremium: term('What the buyer paid for the right to return.', 'Return premium'),
  returnPremiumReturn: term('Return premium given back.', 'Return premium of Return'),
  compensation: term('Money Meesho gave without being asked.', 'Compensation'),
  claims: term('Money from claims you won.', 'Claims'),
  recovery: term('Money Meesho took back, with its reason in the row.', 'Recovery'),
  taxesWithheld: {
    what: 'Tax kept back in your name. You get it back when you file.',
    formula: 'TCS + TDS',
    files: PAYMENTS,
  },
  tcs: term('GST collected at source, credited in your GST cash ledger.', 'TCS'),
  tds: term('Income tax deducted at source under section 194-O.', 'TDS'),
  unexplained: {
    what: 'Settlement that the row’s own terms do not explain. Always shown, never absorbed.',
    formula: 'Final Settlement Amount − the 18 terms of its formula',
    files: PAYMENTS,
  },
  settlement: term('What Meesho settled for orders.', 'Final Settlement Amount'),
  ads: {
    what: 'Ads cost with GST, after credits.',
    formula: 'Sum of the column “Total Ads Cost”',
    files: 'Payments to Date (Ads Cost sheet)',
  },
  referral: {
    what: 'Rewards for sellers you referred, after tax.',
    formula: 'Net Referral Amount + Taxes',
    files: 'Payments to Date (Referral Payments sheet)',
  },
  platformAdjustments: {
    what: 'Money that belongs to no order: programme compensation and recoveries.',
    formula: 'Sum of the column “Amount”',
    files: 'Payments to Date (Compensation and Recovery sheet)',
  },
  bankReceipts: {
    what: 'The money that reached, or left, your bank account.',
    formula: 'Settlement + Ads + Referral payments + Platform adjustments',
    files: ALL_PAYMENTS,
  },
  taxCredits: {
    what: 'TCS and TDS are yours: they come back with the returns you file.',
    formula: '− (TCS + TDS)',
    files: PAYMENTS,
  },
  gstOnSales: {
    what: 'The GST inside your prices. It is the government’s, not yours. Nil for a store without GST.',
    formula: '− Net sales × rate ÷ (100 + rate), row by row, at each product’s GST rate',
    files: PAYMENTS,
  },
  gstCreditOnFees: {
    what: 'GST you paid on Meesho’s services and can set off. Nil for a store without GST.',
    formula: '18 ÷ 118 of fees and ads',
    files: ALL_PAYMENTS,
  },
  cogs: {
    what: 'What the units that stayed with buyers cost you, at the cost in force on the order date. A SKU without a cost is left out and named.',
    formula: 'Unit cost × units that stayed',
    files: 'Your own costs',
  },
  packaging: {
    what: 'Packaging of what was dispatched; an exchange is packed twice.',
    formula: 'Packaging cost × units dispatched',
    files: 'Your own costs',
  },
  overheads: {
    what: 'Rent, salaries and other monthly costs, in equal parts for each day of the month.',
    files: 'Your own costs',
  },
  netProfit: {
    what: 'What is left of the sales. Costs that are not known are not in it.',
    formula:
      'Bank receipts + TCS and TDS credit + GST on sales + GST credit on fees and ads + product cost + packaging + overheads',
    files: ALL_PAYMENTS,
  },
  returnRate: {
    what: 'Units that buyers sent back, of all units in the period.',
    formula: 'Returned units ÷ units',
    files: `${PAYMENTS}, orders`,
  },
  rtoRate: {
    what: 'Units that never reached the buyer and came back, of all units in the period.',
    formula: 'RTO units ÷ units',
    files: `${PAYMENTS}, orders`,
  },
  adsShare: {
    what: 'How much of your net sales went into ads.',
    formula: 'Ads ÷ Net sales',
    files: ALL_PAYMENTS,
  },
  adCost: {
    what: 'What the ads themselves cost, before credits and GST.',
    formula: 'Sum of the column “Ad Cost”',
    files: ADS_SHEET,
  },
  adCredits: {
    what: 'Credits, waivers and discounts that Meesho gave on ads.',
    formula: 'Sum of the column “Credits / Waivers / Discounts”',
    files: ADS_SHEET,
  },
  adNetCost: {
    what: 'Ads after credits, before GST.',
    formula: 'Sum of the column “Ad Cost incl. Credits/Waivers/Discounts”',
    files: ADS_SHEET,
  },
  adGst: { what: 'GST on ads.', formula: 'Sum of the column “GST”', files: ADS_SHEET },
  adGstCredit: {
    what: 'The GST inside ads that you can set off. Nil for a store without GST.',
    formula: '18 ÷ 118 of ads',
    files: ADS_SHEET,
  },
  adSalesPerRupee: {
    what: 'Net sales for each ₹1 that ads took, GST included; others call it “MER”. All sales stand against all ads, because nobody can say which sale an ad brought.',
    formula: 'Net sales ÷ Ads, rounded down',
    files: ALL_PAYMENTS,
  },
  adBreakEven: {
    what: 'The sales that each ₹1 of ads must bring to pay for itself, by what your own sales leave before ads. SKUs without a known cost are left out, and counted.',
    formula: '(Ads − GST on ads that comes back) ÷ Ads ÷ (Left before ads ÷ Net sales), rounded up',
    files: `${ALL_PAYMENTS}, your own costs`,
  },
  adClaimedSales: {
    what: 'Net sales of the orders that Meesho marks “Ad order”, for each ₹1 of ads; others call it “ROAS”. It is Meesho’s word, and names no campaign.',
    formula: 'Net sales of marked orders ÷ Ads',
    files: `${ALL_PAYMENTS}, orders`,
  },
  adContribution: {
    what: 'What sales leave after Meesho’s fees, GST, product cost and packaging, before ads and overheads.',
    formula: 'Net profit without ads, referral payments, platform adjustments and overheads',
    files: `${ALL_PAYMENTS}, your own costs`,
  },
  adAllocation: {
    what: 'Ads laid over SKUs by an assumption, because no file links an ad to an order. No other screen counts with it.',
    formula: '(Ads − GST on ads that comes back) × the share of the SKU, to the paisa',
    files: `${ALL_PAYMENTS}, orders`,
  },
  attention: {
    what: 'Files that failed, were held back, or have rows that could not be counted.',
    files: 'Your uploads',
  },
  returnsInTransit: {
    what: 'Return parcels created in these days that are still on their way to you or out for delivery.',
    files: 'Returns',
  },
  returnsReceived: {
    what: 'Return parcels created in these days that came back to you.',
    files: 'Returns',
  },
  returnsLost: {
    what: 'Return parcels created in these days that Meesho says are lost. A lost parcel is compensated.',
    files: 'Returns',
  },
  returnsOverdue: {
    what: 'Parcels still on their way more than 21 days after the return was created.',
    files: 'Returns',
  },
  promised: {
    what: 'An estimate of Meesho’s, not money yet. It is in no sum.',
    files: 'Outstanding payments',
  },
}

export const definitionText = {
  formula: 'How',
  files: 'From',
  close: 'Close',
  more: 'Open in the glossary',
}
