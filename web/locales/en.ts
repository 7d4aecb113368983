import { faces } from './en/faces'
import { figures } from './en/figures'
import { imports } from './en/imports'
import { money } from './en/money'
import { pages } from './en/pages'
import { shell } from './en/shell'

/** Every word of the dashboard in English; another language is another file of this shape. */
export const en = { ...shell, ...pages, figures, imports, faces, money }
