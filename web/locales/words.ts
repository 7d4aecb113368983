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

/** The words that come with every screen. */
export type CommonWords = Words<typeof en>

/** The words that come with the screens that say them; `words-of.ts` says which those are. */
export type SomeWords = {
  readonly access: Words<Omit<typeof import('./en/access'), never>>
  readonly account: Words<typeof import('./en/account').account>
  readonly books: Words<typeof import('./en/books').books>
  readonly details: Words<typeof import('./en/details').details>
  readonly parcels: Words<Omit<typeof import('./en/parcels'), never>>
}

/** Every word of the screens behind sign-in. */
export type Catalogue = CommonWords &
  SomeWords['access'] &
  SomeWords['account'] &
  SomeWords['books'] &
  SomeWords['details'] &
  SomeWords['parcels']
