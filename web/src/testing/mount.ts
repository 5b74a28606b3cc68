import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { defineComponent, h, type Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { messages } from '@/shared/text/messages'
import wordsEn from '@/shared/words/en'
import wordsZh from '@/shared/words/zh'
import type { Locale } from '@/shared/text/locale'

interface Setting {
  props?: Record<string, unknown>
  slots?: Record<string, string>
  at?: string
  locale?: Locale
  texts?: Partial<Record<Locale, Record<string, object>>>
}

export interface Shown {
  page: VueWrapper
  router: Router
}

const Nowhere = defineComponent({ render: () => h('div') })

/** Puts a page or a part on the screen with everything the application gives it. */
export async function show(component: Component, setting: Setting = {}): Promise<Shown> {
  const locale = setting.locale ?? 'zh'
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: Nowhere }] })
  await router.push(setting.at ?? '/')
  const i18n = createI18n({
    legacy: false,
    locale,
    messages: {
      zh: { ...messages.zh, words: wordsZh, ...setting.texts?.zh },
      en: { ...messages.en, words: wordsEn, ...setting.texts?.en },
    },
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = mount(component, {
    props: setting.props,
    slots: setting.slots,
    attachTo: document.body,
    global: { plugins: [createPinia(), router, i18n, [VueQueryPlugin, { queryClient }]] },
  })
  return { page, router }
}
