export { costs } from './costs'
export { tax } from './tax'
