/** The 18 columns that Meesho's own formula row adds up to `Final Settlement Amount`, in file order. */
export const TERMS = [
  'sale',
  'saleReturn',
  'fixedFeeRevenue',
  'warehousingRevenue',
  'returnPremium',
  'returnPremiumReturn',
  'commission',
  'goldFee',
  'mallFee',
  'returnShipping',
  'gstCompensation',
  'shipping',
  'supportNet',
  'tcs',
  'tds',
  'compensation',
  'claims',
  'recovery',
] as const

/** Money columns that stand beside the formula: kept, and counted only where the identity proves them. */
export const BESIDE = [
  'fixedFeeDeduction',
  'warehousingDeduction',
  'supportExcl',
  'waivers',
  'supportGst',
] as const

export type Term = (typeof TERMS)[number]
export type Beside = (typeof BESIDE)[number]
