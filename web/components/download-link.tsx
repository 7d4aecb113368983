import { text } from '../locales/text'
import { Icon } from './icon'

/** A table as a file, with the filters of the screen it stands on. */
export function DownloadLink(props: { href: string }) {
  return (
    <a class="button tool-button" href={props.href} download="">
      <Icon name="download" small />
      <span>{text.common.download}</span>
    </a>
  )
}
