const SIGNED_OUT = 'shouwen-signed-out';

/** In this window a person signed out whose account belongs to one at the company's identity provider: there they are signed in still. */
export const noteSignedOut = (): void => sessionStorage.setItem(SIGNED_OUT, 'provider');
export const signedOutHere = (): boolean => sessionStorage.getItem(SIGNED_OUT) !== null;
export const forgetSignedOut = (): void => sessionStorage.removeItem(SIGNED_OUT);
