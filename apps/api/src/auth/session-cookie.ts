const NAME = 'sw_session';
/** Served by https: only this host can have set a cookie of this name, and no page of a neighbouring one (RFC 6265bis, 4.1.3.2). */
const HOST_NAME = `__Host-${NAME}`;

/** The session's token in a `Cookie` header, or null. One that this host alone can have set comes first; sessions from before it had that name go on. */
export const sessionToken = (header: string | undefined): string | null =>
  tokenIn(header, HOST_NAME) ?? tokenIn(header, NAME);

/** `Set-Cookie` that keeps a token out of reach of scripts and of other sites. */
export const sessionCookie = (token: string, secure: boolean): string =>
  `${secure ? HOST_NAME : NAME}=${token}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** `Set-Cookie` that makes the browser forget it, by either name. */
export const noSessionCookie = (secure: boolean): string[] =>
  [...new Set([sessionCookie('', secure), sessionCookie('', false)])].map((cookie) => `${cookie}; Max-Age=0`);

/** Of several with the name the first counts, as browsers send the closest path first. */
function tokenIn(header: string | undefined, wanted: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === wanted && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

const DEVICE = 'sw_device';

/** By what a browser is known in which someone signed in before, or null. */
export function deviceToken(header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === DEVICE && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** `Set-Cookie` for it: it lets no one in, and stays when the session has ended. */
export const deviceCookie = (token: string, secure: boolean, seconds: number): string =>
  `${DEVICE}=${token}; Path=/api/v1/auth; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;

const PROVIDER = 'sw_provider';

/** The secret that a browser was given when it was sent to the identity provider, or null. */
export const providerSecret = (header: string | undefined): string | null => tokenIn(header, PROVIDER);

/** `Set-Cookie` for it. Pages of the product alone bring it back: they take the provider's answer, and send it on. @param seconds 0: forget it */
export const providerCookie = (secret: string, secure: boolean, seconds: number): string =>
  `${PROVIDER}=${secret}; Path=/api/v1/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
