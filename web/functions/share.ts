/**
 * The service worker takes shared files before they leave the device. Where there is none yet they come
 * here, where nobody may take them unasked: whoever shared them is told so on the page of files.
 */
export const onRequestPost = (context: { request: Request }): Response =>
  Response.redirect(new URL('/imports?shared=not-ready', context.request.url).href, 303)
