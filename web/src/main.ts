import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './app/App.vue'
import { router } from './app/router'
import { asProblem } from './shared/http/problem'
import { i18n } from './shared/text/i18n'
import './app/styles/tokens.css'
import './app/styles/base.css'
import './app/styles/print.css'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, thrown) => count < 1 && [0, 503].includes(asProblem(thrown)?.status ?? -1),
    },
  },
})

createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient }).use(router).mount('#app')
