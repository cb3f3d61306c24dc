import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Loaded when a passkey is used, and not before (`passkeys.ts`). What goes in and out is WebAuthn's own JSON. */
export const askAuthenticator = async (options: object): Promise<Record<string, unknown>> => ({
  ...(await startAuthentication({ optionsJSON: options as never })),
});

export const makePasskey = async (options: object): Promise<Record<string, unknown>> => ({
  ...(await startRegistration({ optionsJSON: options as never })),
});
