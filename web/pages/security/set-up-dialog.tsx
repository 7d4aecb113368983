import { encode } from 'uqr'
import { CodeField } from '../../components/code-field'
import { FormDialog } from '../../components/form-dialog'
import { text } from '../../locales/text'
import { type AuthenticatorOffer, turnOnAuthenticator } from '../../security-api'
import css from './security.module.css'

type SetUpDialogProps = {
  offer: AuthenticatorOffer
  onDone: (recoveryCodes: readonly string[]) => Promise<void>
  onClose: () => void
}

/** Scan, or type, then show a first code. On a phone the app is on the same screen, so there is a link. */
export function SetUpDialog(props: SetUpDialogProps) {
  return (
    <FormDialog
      title={text.security.scan}
      detail={text.security.scanDetail}
      action={text.security.turnOn}
      onClose={() => props.onClose()}
      onSubmit={async (form) =>
        props.onDone(await turnOnAuthenticator(String(form.get('appCode'))))
      }
    >
      <QrCode content={props.offer.uri} label={text.security.qrLabel} />
      <div>
        <p class="small muted">{text.security.orType}</p>
        <code class={css['key']}>{props.offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
        <p class={css['appLink']}>
          <a href={props.offer.uri}>{text.security.appLink}</a>
        </p>
      </div>
      <CodeField name="appCode" label={text.security.appCode} />
    </FormDialog>
  )
}

/** Black on white in every theme: cameras read nothing else well. */
function QrCode(props: { content: string; label: string }) {
  const code = () => encode(props.content, { ecc: 'M', border: 4 })
  const path = () =>
    code()
      .data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
  return (
    <svg
      class={css['qr']}
      viewBox={`0 0 ${code().size} ${code().size}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path d={path()} />
    </svg>
  )
}
