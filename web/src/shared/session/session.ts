import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { asProblem } from '../http/problem'
import { closeSession, openSession, readSession, takePost, type Credentials, type Session } from './api'

/** Who is signed in at this screen. The server decides what they may do; this only hides. */
export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const asked = ref(false)

  const post = computed(() => session.value?.posts.find((p) => p.postId === session.value?.activePostId))
  const permissions = computed(() => new Set(session.value?.permissions ?? []))

  function mayAny(wanted: readonly string[] | undefined): boolean {
    return !wanted || wanted.some((one) => permissions.value.has(one))
  }

  /** Reads the session once; a page that needs it waits for this. */
  async function ready(): Promise<boolean> {
    if (!asked.value) {
      try {
        session.value = await readSession()
      } catch (thrown) {
        if (asProblem(thrown)?.status !== 401) throw thrown
      }
      asked.value = true
    }
    return session.value !== null
  }

  async function signIn(credentials: Credentials): Promise<void> {
    await openSession(credentials)
    await refresh()
  }

  async function signOut(): Promise<void> {
    await closeSession()
    session.value = null
  }

  async function switchPost(postId: number): Promise<void> {
    await takePost(postId)
    session.value = await readSession()
  }

  async function refresh(): Promise<void> {
    session.value = await readSession()
    asked.value = true
  }

  function forget(): void {
    session.value = null
  }

  return { session, post, permissions, mayAny, ready, signIn, signOut, switchPost, refresh, forget }
})
