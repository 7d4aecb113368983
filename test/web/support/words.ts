import {
  loadAds,
  loadDefinitions,
  loadGlossary,
  loadHelp,
  loadWelcome,
} from '../../../web/locales/parts'
import { loadCatalogue, loadWords } from '../../../web/locales/text'

// What main.tsx and the routes do before a screen is evaluated.
await loadCatalogue('en')
await loadWords(['access', 'account', 'books', 'details', 'parcels'])
await Promise.all([loadAds(), loadDefinitions(), loadGlossary(), loadHelp(), loadWelcome()])
