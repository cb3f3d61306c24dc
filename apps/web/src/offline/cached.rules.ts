/** What the service worker does with a request of the page. */
export type Handling =
  /** The browser asks as if there were no service worker. */
  | 'leave'
  /** A file of the build: its name changes with its content, so that a kept one is as good as the server's. */
  | 'kept-first'
  /** The page itself: the server's, and the kept one where no server answers. */
  | 'server-first';

interface Asked {
  method: string;
  url: URL;
  /** Of the service worker. */
  origin: string;
  /** Whether the browser goes to an address, as by a link or a reload. */
  isPage: boolean;
}

/**
 * Only the program is kept, never what it shows: answers of the API, sound and words of calls are not touched at all, so that none of
 * them can lie in a cache.
 */
export function handlingOf({ method, url, origin, isPage }: Asked): Handling {
  if (method !== 'GET' || url.origin !== origin) return 'leave';
  if (url.pathname === '/api' || url.pathname.startsWith('/api/')) return 'leave';
  if (url.pathname.startsWith('/assets/')) return 'kept-first';
  return isPage ? 'server-first' : 'leave';
}

/** What a proxy says in front of a server that is away: for the person that is the same as no answer. */
export const isProxysOwn = ({ status }: Pick<Response, 'status'>): boolean => status >= 502 && status <= 504;

/** A picture or another file that a person opens by its address is no page of the program. */
export const isPage = ({ ok, headers }: Pick<Response, 'ok' | 'headers'>): boolean =>
  ok && (headers.get('content-type') ?? '').startsWith('text/html');

/** Caches of this product, one for each version that was built. */
const PREFIX = 'shouwen-shell-';

export const cacheNameOf = (version: string): string => PREFIX + version;

/** Which caches are of versions before. */
export const outdated = (names: readonly string[], version: string): string[] =>
  ours(names).filter((name) => name !== cacheNameOf(version));

export const ours = (names: readonly string[]): string[] => names.filter((name) => name.startsWith(PREFIX));
