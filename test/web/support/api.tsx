import { MemoryRouter, Route, createMemoryHistory, query } from '@solidjs/router'
import { render } from '@solidjs/testing-library'
import type { Component } from 'solid-js'
import { vi } from 'vitest'
import { Toasts } from '../../../web/components/toasts'

export type Call = { readonly method: string; readonly url: string; readonly body: unknown }

/** As it comes over the wire, where brands are lost. */
export type Sent<T> = T extends { readonly __brand: unknown }
  ? T extends string
    ? string
    : number
  : T extends object
    ? { [Key in keyof T]: Sent<T[Key]> }
    : T

/** Answers in place of the network: by `GET /api/…` without its query, the longest beginning first. A Response stands for itself. */
export function answerWith(answers: Record<string, (call: Call) => unknown>): Call[] {
  const calls: Call[] = []
  const paths = Object.keys(answers).sort((a, b) => b.length - a.length)
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(new URL(String(input), 'https://app.example.test'), init)
    const { pathname, search } = new URL(request.url)
    const text = await request.text()
    const isJson = request.headers.get('content-type') !== 'application/octet-stream'
    const body: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text
    const call = { method: request.method, url: `${pathname}${search}`, body }
    calls.push(call)
    const known = paths.find((path) => `${request.method} ${pathname}`.startsWith(path))
    if (known === undefined) return Response.json({ title: 'Not found' }, { status: 404 })
    const answer = answers[known]?.(call)
    return answer instanceof Response ? answer : Response.json(answer ?? null)
  })
  return calls
}

/** A screen at an address, with the toasts it may raise; nothing of an earlier test is remembered. */
export function showAt(address: string, screen: Component, path = '*') {
  query.clear()
  const history = createMemoryHistory()
  history.set({ value: address })
  return render(() => (
    <>
      <MemoryRouter history={history}>
        <Route path={path} component={screen} />
      </MemoryRouter>
      <Toasts />
    </>
  ))
}
