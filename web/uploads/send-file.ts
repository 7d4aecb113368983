import type { Upload } from '../api-shapes'
import { apiUrl } from '../api-url'
import { ApiProblem, toProblem } from '../request'

export type SentFile = { readonly upload: Upload; readonly duplicate: boolean }

/** XMLHttpRequest because fetch cannot say how much of a body has been sent. */
export function sendFile(
  file: File,
  store: string | undefined,
  onProgress: (sentBytes: number) => void,
): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiUrl('/uploads', { filename: file.name, store }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded))
    request.addEventListener('error', () => reject(new ApiProblem(0, 'offline', '')))
    request.addEventListener('load', () => {
      if (request.status < 200 || request.status > 299) {
        reject(toProblem(request.status, request.responseText))
        return
      }
      // Safe because the uploads route answers 200 and 202 in this shape.
      const answer = JSON.parse(request.responseText) as { upload: Upload; duplicate?: boolean }
      resolve({ upload: answer.upload, duplicate: answer.duplicate === true })
    })
    request.send(file)
  })
}
