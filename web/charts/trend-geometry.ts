export type TrendBar = { readonly key: string; readonly top: number; readonly height: number }
export type TrendLayout = {
  readonly bars: readonly TrendBar[]
  readonly zero: number
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
}

/** Bars around a zero line, in shares of the height from the top, with few round ticks. */
export function layoutTrend(
  values: readonly { readonly key: string; readonly value: number }[],
): TrendLayout {
  const high = Math.max(0, ...values.map(({ value }) => value))
  const low = Math.min(0, ...values.map(({ value }) => value))
  const step = roundStep((high - low) / 3)
  const top = Math.ceil(high / step) * step
  const bottom = Math.floor(low / step) * step
  const range = top - bottom || 1
  const at = (value: number) => (top - value) / range
  return {
    zero: at(0),
    bars: values.map(({ key, value }) => ({
      key,
      top: at(Math.max(value, 0)),
      height: Math.abs(value) / range,
    })),
    ticks: Array.from({ length: Math.round(range / step) + 1 }, (_, index) => {
      const value = bottom + index * step
      return { value, at: at(value) }
    }),
  }
}

/** The next 1, 2 or 5 followed by noughts: what people read without counting. */
export function roundStep(size: number): number {
  if (size <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(size))
  const lead = size / power
  const nice = [1, 2, 5, 10].find((candidate) => lead <= candidate) ?? 10
  return nice * power
}
