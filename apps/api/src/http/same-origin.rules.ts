const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface RequestHeaders {
  host?: string | undefined;
  origin?: string | undefined;
  'sec-fetch-site'?: string | string[] | undefined;
}

/** Was it sent by our own pages, or by a programme that is no browser? The `Origin` has to name the host that was asked. */
export function isSameOrigin({ host, origin, 'sec-fetch-site': site }: RequestHeaders): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Another site's page may not make a signed-in browser change anything (CSRF); reading it cannot, because there are no CORS headers. */
export const isSameOriginOrSafe = (method: string, headers: RequestHeaders): boolean =>
  SAFE.has(method) || isSameOrigin(headers);
