declare global {
  interface Window {
    vitals: { lcp: number; cls: number; inp: number }
  }
}

/** Runs in the page: the largest paint, the sum of shifts nobody asked for, and the slowest press. */
export function observe(): void {
  const vitals = { lcp: 0, cls: 0, inp: 0 }
  window.vitals = vitals
  type Seen = { startTime: number; duration: number } & {
    value: number
    hadRecentInput: boolean
    interactionId: number
  }
  const follow = (type: string, read: (entry: Seen) => object) => {
    const observer = new PerformanceObserver((list) => {
      // Safe because each kind of entry has the fields that its reader takes.
      for (const entry of list.getEntries()) Object.assign(vitals, read(entry as unknown as Seen))
    })
    observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  }
  follow('largest-contentful-paint', ({ startTime }) => ({ lcp: startTime }))
  follow('layout-shift', ({ value, hadRecentInput }) => ({
    cls: hadRecentInput ? vitals.cls : vitals.cls + value,
  }))
  follow('event', ({ duration, interactionId }) => ({
    inp: interactionId > 0 ? Math.max(vitals.inp, duration) : vitals.inp,
  }))
}
