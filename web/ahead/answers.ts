declare global {
  interface Window {
    /** Asked by index.html before the dashboard was there: addresses of the API, each with its answer. */
    ahead?: Map<string, Promise<Response>>
  }
}

// Of a page that takes longer to come, the answers are asked for anew.
const MOST_AGE_MS = 30_000

/** Before the dashboard is there. What fails is said by the one who takes it. */
export function askAhead(questions: readonly string[], headers: Record<string, string>): void {
  window.ahead = new Map(
    questions.map((question) => {
      const answer = fetch(question, { headers })
      answer.catch(() => undefined)
      return [question, answer]
    }),
  )
  setTimeout(dropAhead, MOST_AGE_MS)
}

/** The answer that was asked for with the page, once; nothing where there is none. */
export function takeAhead(question: string): Promise<Response> | undefined {
  const answer = window.ahead?.get(question)
  window.ahead?.delete(question)
  return answer
}

/** An answer that nobody will read is let go: until then its request is not over. */
export function dropAhead(): void {
  for (const answer of window.ahead?.values() ?? [])
    void answer.then(({ body }) => body?.cancel()).catch(() => undefined)
  window.ahead?.clear()
}
