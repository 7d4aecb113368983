import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { loadBridge } from '../../api'
import { Rupees } from '../../components/rupees'
import { Section } from '../../components/section'
import { useFilters } from '../../filters'
import { text } from '../../locales/text'
import css from './profit.module.css'

/** Why profit by order date is not profit by payment date: what lies between them, to the paisa. */
export function BridgeCard() {
  const { filters } = useFilters()
  const bridge = createAsync(() => {
    const { from, to, store } = filters()
    return loadBridge({ from, to, store })
  })
  return (
    <Show when={bridge()}>
      {(found) => (
        <Section title={text.profit.bridge.title} isCard>
          <p class="muted small">{text.profit.bridge.lead}</p>
          <table class={css['table']}>
            <caption class="hidden-text">{text.profit.bridge.title}</caption>
            <tbody>
              <Row name={text.profit.bridge.order} amount={found().orderBasis} isTotal />
              <For each={found().items.filter(({ amount }) => amount !== 0)}>
                {({ key, amount }) => <Row name={text.profit.bridge.items[key]} amount={amount} />}
              </For>
              <Row name={text.profit.bridge.payment} amount={found().paymentBasis} isTotal />
            </tbody>
          </table>
        </Section>
      )}
    </Show>
  )
}

function Row(props: { name: string; amount: number; isTotal?: boolean }) {
  return (
    <tr class={css['row']} data-kind={props.isTotal ? 'total' : 'flow'}>
      <th class={css['name']} scope="row">
        <span class={css['label']}>{props.name}</span>
      </th>
      <td class={css['cell']}>
        <Rupees amount={props.amount} />
      </td>
    </tr>
  )
}
