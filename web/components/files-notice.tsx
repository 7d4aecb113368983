import { A } from '@solidjs/router'
import { text } from '../locales/text'

/** What cannot be known for want of a file, and the way to add it. */
export function FilesNotice(props: { words: string }) {
  return (
    <p class="notice">
      {props.words}
      {text.common.space}
      <A class="text-link" href="/imports">
        {text.faces.noFiles.action}
      </A>
    </p>
  )
}
