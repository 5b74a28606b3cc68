import { VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { makeQueryClient } from './app/queries'
import { router } from './app/router'
import { i18n } from './shared/text/i18n'
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/print.css'

createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: makeQueryClient() }).use(router).mount('#app')
