import { beforeEach } from 'vitest'

// A row of a table; nothing here depends on the height of anything else.
const HEIGHT = 52

/** Nothing is laid out here, so whoever asks how high an element is would never be answered. */
class LaidOut implements ResizeObserver {
  readonly #seen = new Set<Element>()
  readonly #tell: ResizeObserverCallback

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell
  }

  observe(target: Element) {
    this.#seen.add(target)
    queueMicrotask(() => {
      if (this.#seen.has(target)) this.#tell([entryOf(target)], this)
    })
  }

  unobserve(target: Element) {
    this.#seen.delete(target)
  }

  disconnect() {
    this.#seen.clear()
  }
}

function entryOf(target: Element): ResizeObserverEntry {
  const size = [{ blockSize: HEIGHT, inlineSize: 1_000 }]
  return {
    target,
    contentRect: new DOMRect(0, 0, 1_000, HEIGHT),
    borderBoxSize: size,
    contentBoxSize: size,
    devicePixelContentBoxSize: size,
  }
}

beforeEach(() => {
  window.ResizeObserver = LaidOut
  Object.defineProperty(document.documentElement, 'clientHeight', {
    value: window.innerHeight,
    configurable: true,
  })
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    get(this: HTMLElement) {
      return this.parentElement
    },
    configurable: true,
  })
})
