import { For } from 'solid-js'

/** A name that may break after its underscores, where a person would break it. */
export function FileName(props: { name: string }) {
  return (
    <For each={props.name.split(/(?<=_)/)}>
      {(part) => (
        <>
          {part}
          <wbr />
        </>
      )}
    </For>
  )
}
