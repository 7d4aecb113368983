/** A primitive that only its own constructor can make; the key is a string so that declarations can be emitted. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name }
