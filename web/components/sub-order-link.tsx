import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { useMay } from '../roles'

/** To the page of a sub-order; its number alone for whoever may not see the money on it. */
export function SubOrderLink(props: { subOrderNo: string; isRow?: boolean }) {
  const may = useMay()
  return (
    <Show
      when={may('figures')}
      fallback={<span classList={{ small: props.isRow === true }}>{props.subOrderNo}</span>}
    >
      <A
        classList={{ 'row-link': props.isRow === true }}
        href={`/orders/${encodeURIComponent(props.subOrderNo)}`}
      >
        {props.subOrderNo}
      </A>
    </Show>
  )
}
