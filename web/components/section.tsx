import { type JSX, Show, createUniqueId } from 'solid-js'

type SectionProps = {
  title: JSX.Element
  /** Beside the title. */
  tools?: JSX.Element
  /** In a box of its own. */
  isCard?: boolean
  children: JSX.Element
}

/** A part of a screen under its title, which also names it to a screen reader. */
export function Section(props: SectionProps) {
  const id = createUniqueId()
  return (
    <section
      class="stack"
      classList={{ card: props.isCard === true, padded: props.isCard === true }}
      aria-labelledby={id}
    >
      <Show when={props.tools} fallback={<h2 id={id}>{props.title}</h2>}>
        {(tools) => (
          <header class="between">
            <h2 id={id}>{props.title}</h2>
            {tools()}
          </header>
        )}
      </Show>
      {props.children}
    </section>
  )
}
