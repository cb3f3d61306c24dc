const WALL = 'sw_wall';

/** The secret of a wall's device in a `Cookie` header, or null. */
export function wallSecret(header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === WALL && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** `Set-Cookie` for it: the live socket alone gets it back, and only on this device. */
export const wallCookie = (secret: string, secure: boolean, seconds: number): string =>
  `${WALL}=${secret}; Path=/api/live; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
