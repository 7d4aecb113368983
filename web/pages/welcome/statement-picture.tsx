import { For } from 'solid-js'
import { Rupees } from '../../components/rupees'
import { welcome } from '../../locales/parts'
import { SAMPLE_STATEMENT } from './sample-statement'
import css from './welcome.module.css'

const WHOLE = SAMPLE_STATEMENT[0].amount
const WIDTH = 100

/** A statement as the product shows it; the bars say again what the amounts say. */
export function StatementPicture() {
  return (
    <figure class={`card ${css['statement']}`}>
      <figcaption class={css['caption']}>
        <strong>{welcome.picture.title}</strong>
        <span>{welcome.picture.days}</span>
      </figcaption>
      <table class={css['lines']}>
        <caption class="hidden-text">{welcome.picture.label}</caption>
        <tbody>
          <For each={SAMPLE_STATEMENT}>
            {({ line, amount }) => (
              <tr data-line={line}>
                <th scope="row">{welcome.picture.lines[line]}</th>
                <td class={css['barCell']}>
                  <Bar amount={amount} isSum={line === 'bankReceipts' || line === 'grossSales'} />
                </td>
                <td class="number">
                  <Rupees amount={amount} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class={css['pictureNote']}>{welcome.picture.note}</p>
    </figure>
  )
}

function Bar(props: { amount: number; isSum: boolean }) {
  const kind = () => {
    if (props.isSum) return 'total'
    return props.amount < 0 ? 'loss' : 'gain'
  }
  // The smallest amount still leaves a mark.
  const width = () => Math.max(1, (Math.abs(props.amount) / WHOLE) * WIDTH)
  return (
    <svg class={css['bar']} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class={css[kind()]} width={width()} height="6" rx="1" />
    </svg>
  )
}
