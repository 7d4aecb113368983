export type WaterfallStep = {
  readonly key: string
  readonly amount: number
  /** A flow moves the level; a total stands on the zero line and says where the level is. */
  readonly kind: 'flow' | 'total'
}

export type WaterfallBar = WaterfallStep & {
  /** Shares of the width, 0 to 1, from the left. */
  readonly left: number
  readonly width: number
  /** Where the level stands after this step. */
  readonly level: number
}

export type WaterfallLayout = { readonly bars: readonly WaterfallBar[]; readonly zero: number }

/** Places each step on one common scale that always holds the zero line. */
export function layoutWaterfall(steps: readonly WaterfallStep[]): WaterfallLayout {
  const spans = toSpans(steps)
  const low = Math.min(0, ...spans.flatMap((span) => [span.start, span.end]))
  const high = Math.max(0, ...spans.flatMap((span) => [span.start, span.end]))
  const range = high - low || 1
  const share = (amount: number) => (amount - low) / range
  return {
    zero: share(0),
    bars: spans.map(({ step, start, end }) => ({
      ...step,
      left: share(Math.min(start, end)),
      width: Math.abs(end - start) / range,
      level: share(end),
    })),
  }
}

function toSpans(steps: readonly WaterfallStep[]) {
  let level = 0
  return steps.map((step) => {
    const start = step.kind === 'total' ? 0 : level
    level = step.kind === 'total' ? step.amount : level + step.amount
    return { step, start, end: level }
  })
}
