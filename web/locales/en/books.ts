import { costs } from './costs'
import { tax } from './tax'

/** Of what was paid for, and what is filed. */
export const books = { costs, tax }
