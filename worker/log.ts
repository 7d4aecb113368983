/** What a request line may carry: the route's template, never a path, query, body, name or amount. */
type RequestLine = {
  readonly id: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
}

export function logRequest(line: RequestLine): void {
  write({ event: 'request', ...line })
}

/** The name and stack of an error, without its message: messages may quote a cell of somebody's file. */
export function logError(id: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6) : []
  const name = error instanceof Error ? error.name : typeof error
  write({ event: 'error', id, name, stack: stack.map((line) => line.trim()) })
}

export function logJob(
  type: string,
  outcome: 'done' | 'retried' | 'dead',
  milliseconds: number,
): void {
  write({ event: 'job', type, outcome, milliseconds })
}

function write(line: object): void {
  // oxlint-disable-next-line no-console -- the platform collects the console; this is the only place that writes to it
  console.log(JSON.stringify(line))
}
