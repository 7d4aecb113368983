/** One measured number; `peer` is the same work done the other way, in the same run. */
export type BenchFigure = {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 'of 1' | 'MB' | 'times' | 'rows' | 'rows/s' | 'requests/s' | 'KB'
  readonly peer?: { readonly name: string; readonly value: number }
  /** What the value must not pass for the bench to succeed. */
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number }
}
