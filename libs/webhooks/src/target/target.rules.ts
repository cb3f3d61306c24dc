/** Where a delivery is to go, as the address says it. */
export interface Target {
  url: string;
  protocol: 'http:' | 'https:';
  /** A name, or an address without brackets. */
  host: string;
  port: number;
  path: string;
}

export type TargetRefusal =
  | 'not_an_address'
  | 'not_https'
  | 'has_credentials'
  | 'port_refused'
  | 'not_resolved'
  | 'address_refused';

/** Ports that https is served on. Others are how one talks to mail servers and databases. */
const PUBLIC_PORTS = [443, 8443];
const LONGEST = 2000;

/**
 * Reads an address. WHATWG's parser has by then written every disguise of an IPv4 address (octal, hexadecimal, one number, full-width
 * digits) in dots, and every name in ASCII; what is checked is what is connected to.
 */
export function readTarget(text: string): Target | TargetRefusal {
  const url = URL.canParse(text) && text.length <= LONGEST ? new URL(text) : null;
  if (!url || url.hostname === '') return 'not_an_address';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not_https';
  if (url.username !== '' || url.password !== '') return 'has_credentials';
  url.hash = '';
  return {
    url: url.href,
    protocol: url.protocol,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || (url.protocol === 'https:' ? 443 : 80)),
    path: `${url.pathname}${url.search}`,
  };
}

/** What is known of an address that a name stands for. */
export type AddressKind = 'public' | 'allowed' | 'refused';

/** May a delivery go there? One refused address refuses the name: a name with two addresses could lead to either. */
export function judgeTarget(
  target: Pick<Target, 'protocol' | 'port'>,
  kinds: readonly AddressKind[],
): TargetRefusal | null {
  if (kinds.length === 0) return 'not_resolved';
  if (kinds.includes('refused')) return 'address_refused';
  if (kinds.every((kind) => kind === 'allowed')) return null;
  if (target.protocol !== 'https:') return 'not_https';
  return PUBLIC_PORTS.includes(target.port) ? null : 'port_refused';
}
