type Bindings = { API: { fetch(request: Request): Promise<Response> } }

/** Same origin for the browser: the request reaches the Worker as it is. */
export const onRequest = (context: { request: Request; env: Bindings }): Promise<Response> =>
  context.env.API.fetch(context.request)
