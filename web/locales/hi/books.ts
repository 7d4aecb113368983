import { costs } from './costs'
import { tax } from './tax'

export const books = { costs, tax }
