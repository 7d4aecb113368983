import type { en } from './en'

/**
 * The shape of English words in another language: a sentence where English has a sentence, a function
 * of the same parameters where English has one. A key that is missing, or one too many, does not compile.
 */
export type Words<English> = English extends string
  ? string
  : English extends (...parameters: infer Parameters) => infer Said
    ? (...parameters: Parameters) => Words<Said>
    : English extends readonly (infer Entry)[]
      ? readonly Words<Entry>[]
      : { readonly [Key in keyof English]: Words<English[Key]> }

/** Every word that the dashboard needs from its first screen on. */
export type Catalogue = Words<typeof en>
