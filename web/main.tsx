import { languageOfPage } from './language'
import { loadServiceWords } from './locales/said'
import { loadCatalogue } from './locales/text'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/parts.css'
import './styles/scripts.css'

// The words first: screens take some of them while they are evaluated. index.html fetches both ahead.
void loadCatalogue(languageOfPage())
  .then(() => import('./start'))
  .then(({ start }) => start())
  .then(() => loadServiceWords(languageOfPage()))
