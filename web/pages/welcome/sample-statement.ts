/** What the sample's own files add up to, in paise: the picture on the landing page is no invention. */
export const SAMPLE_STATEMENT = [
  { line: 'grossSales', amount: 1_87_877_00 },
  { line: 'salesReturned', amount: -45_486_00 },
  { line: 'fees', amount: -32_113_94 },
  { line: 'taxesWithheld', amount: -791_73 },
  { line: 'givenAndTaken', amount: 2_196_70 },
  { line: 'unexplained', amount: -45_00 },
  { line: 'ads', amount: -10_918_98 },
  { line: 'others', amount: 499_50 },
  { line: 'bankReceipts', amount: 1_01_217_55 },
] as const
