import { readWhole } from './whole-answer'

declare global {
  interface Window {
    /** Asked by index.html before the dashboard was there: addresses of the API, each with its answer. */
    ahead?: Map<string, Promise<Response>>
  }
}

// Of a page that takes longer to come, the answers are asked for anew.
const MOST_AGE_MS = 30_000

/**
 * Before the dashboard is there. Each is read to its end as it comes, so that a screen drawn later has all of
 * it at once; what fails is said by the one who takes it.
 */
export function askAhead(questions: readonly string[], headers: Record<string, string>): void {
  window.ahead = new Map(
    questions.map((question) => {
      const answer = fetch(question, { headers }).then(readWhole)
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

export function dropAhead(): void {
  window.ahead?.clear()
}
