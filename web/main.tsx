import { render } from 'solid-js/web'
import { App } from './app'
import './styles/tokens.css'
import './styles/base.css'

const root = document.querySelector('#app')
if (root) render(() => <App />, root)
