import { passkeysRoutes } from '#contracts';
import { loaded } from '../shell/later.js';
import { ACCOUNT_AFTERWARDS } from './account.js';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';
import { useMeChange } from './session.js';

/** The person closed the browser's question, or no authenticator answered it. */
export class PasskeyNotUsed extends Error {}

/** Does this browser know passkeys? */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

const webauthn = () => loaded(() => import('./webauthn.js'));

/** @throws PasskeyNotUsed */
async function answer(ask: (its: Awaited<ReturnType<typeof webauthn>>) => Promise<Record<string, unknown>>) {
  const its = await webauthn();
  return ask(its).catch((cause: unknown) => {
    throw new PasskeyNotUsed('no passkey was used', { cause });
  });
}

const used = (options: object) => answer((its) => its.askAuthenticator(options));

export const usePasskeySignIn = () =>
  useMeChange(async () => {
    const { options } = await send(passkeysRoutes.signInOptions);
    return send(passkeysRoutes.signIn, { body: { credential: await used(options) } });
  });

export const usePasskeyProof = () =>
  useChange(async () => {
    const { options } = await send(passkeysRoutes.proofOptions);
    await send(passkeysRoutes.prove, { body: { credential: await used(options) } });
  });

export const usePasskeySecondFactor = () =>
  useMeChange(async () => {
    const { options } = await send(passkeysRoutes.proofOptions);
    return send(passkeysRoutes.secondFactor, { body: { credential: await used(options) } });
  });

export const usePasskeys = () => useRead(['account', 'passkeys'], passkeysRoutes.list);

/** Begins with what takes a fresh proof. @returns what the browser is asked to make */
export const useAddPasskeyOptions = () => useChange(() => send(passkeysRoutes.addOptions));

export const useAddPasskey = () =>
  useChange(
    async ({ name, options }: { name: string; options: object }) => {
      const credential = await answer((its) => its.makePasskey(options));
      return send(passkeysRoutes.add, { body: { name, credential } });
    },
    ...ACCOUNT_AFTERWARDS,
  );

export const useRemovePasskey = () =>
  useChange((passkeyId: string) => send(passkeysRoutes.remove, { passkeyId }), ...ACCOUNT_AFTERWARDS);

export const useRemovePasskeysOf = () =>
  useChange((accountId: string) => send(passkeysRoutes.removeAll, { accountId }), ['people']);
