import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { useMay } from '../roles'

/** To the page of a sub-order; its number alone for whoever may not see the money on it. */
export function SubOrderLink(props: { subOrderNo: string; class?: string | undefined }) {
  const may = useMay()
  return (
    <Show when={may('figures')} fallback={<span>{props.subOrderNo}</span>}>
      <A class={props.class} href={`/orders/${encodeURIComponent(props.subOrderNo)}`}>
        {props.subOrderNo}
      </A>
    </Show>
  )
}
