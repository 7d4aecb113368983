/** Of what was paid for and what is filed. */
export { costs } from './costs'
export { tax } from './tax'
