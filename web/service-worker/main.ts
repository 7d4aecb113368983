import { SHARE_PATH } from '../offline/stores'
import { dropOtherBuilds, isOfShell, keepLoaded, openShell, pageOrShell, shellFile } from './shell'
import { takeShared } from './shared-files'

// Safe because this file is only ever run as a service worker.
declare const self: ServiceWorkerGlobalScope

self.addEventListener('install', (event) => event.waitUntil(openShell()))

self.addEventListener('activate', (event) => event.waitUntil(begin()))

/** Of the builds only this one stays, and pages that came without a worker have one from now on. */
async function begin(): Promise<void> {
  await dropOtherBuilds()
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (message === 'take-over') event.waitUntil(self.skipWaiting())
  if (message === 'claim') event.waitUntil(self.clients.claim())
  if (Array.isArray(message)) {
    event.waitUntil(keepLoaded(message.filter((path) => typeof path === 'string')))
  }
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (request.method === 'POST' && pathname === SHARE_PATH) {
    event.respondWith(takeShared(request))
  } else if (request.method !== 'GET') {
    return
  } else if (request.mode === 'navigate') {
    event.respondWith(pageOrShell(event))
  } else if (isOfShell(pathname)) {
    event.respondWith(shellFile(request))
  }
})
