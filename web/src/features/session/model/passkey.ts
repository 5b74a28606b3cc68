import type { ToRegister, ToSignIn } from '../api/passkeys'

/** The device was not asked, or did not answer: put away, timed out, or it has the key already. */
export class PasskeyGivenUp extends Error {
  constructor(readonly why: 'CANCELLED' | 'KNOWN') {
    super(why)
    this.name = 'PasskeyGivenUp'
  }
}

/** Whether a passkey can be used on this page: the browser can, and this is the address they are bound to. */
export function passkeysWork(state: { on: boolean; origin: string } | undefined): boolean {
  return Boolean(state?.on && state.origin === location.origin && typeof globalThis.PublicKeyCredential === 'function')
}

/** Has the device make a passkey for the account. */
export async function makePasskey(asked: ToRegister): Promise<{ clientData: string; attestation: string }> {
  const made = await given(
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.rpId, name: 'Hejie' },
        user: { id: bytes(asked.user), name: asked.name, displayName: asked.displayName },
        pubKeyCredParams: asked.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: asked.exclude.map((id) => ({ type: 'public-key', id: bytes(id) })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout: asked.timeoutMillis,
      },
    }),
  )
  const answer = made.response as AuthenticatorAttestationResponse
  return { clientData: text(answer.clientDataJSON), attestation: text(answer.attestationObject) }
}

export interface Signed {
  credentialId: string
  user: string
  clientData: string
  authenticatorData: string
  signature: string
}

/** Has the device sign with a passkey its owner chooses. */
export async function signWithPasskey(asked: ToSignIn): Promise<Signed> {
  const made = await given(
    navigator.credentials.get({
      publicKey: { challenge: bytes(asked.challenge), rpId: asked.rpId, userVerification: 'required', timeout: asked.timeoutMillis },
    }),
  )
  const answer = made.response as AuthenticatorAssertionResponse
  return {
    credentialId: text(made.rawId),
    user: answer.userHandle ? text(answer.userHandle) : '',
    clientData: text(answer.clientDataJSON),
    authenticatorData: text(answer.authenticatorData),
    signature: text(answer.signature),
  }
}

async function given(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  let made: Credential | null
  try {
    made = await asked
  } catch (thrown) {
    throw new PasskeyGivenUp(thrown instanceof DOMException && thrown.name === 'InvalidStateError' ? 'KNOWN' : 'CANCELLED')
  }
  if (!made) throw new PasskeyGivenUp('CANCELLED')
  return made as PublicKeyCredential
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
