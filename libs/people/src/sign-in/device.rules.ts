import { type BrowserName, type SystemName } from '#contracts';
import { plainAddress } from '#platform/rules';

/** Where a request came from; both unknown where nothing says so. */
export interface Origin {
  address: string | null;
  userAgent: string | null;
  /** What the browser's cookie says, where someone signed in there before. */
  deviceToken?: string | null;
}

/** Enough for its owner to know a session by, and nothing more. */
export interface Device {
  address: string | null;
  browser: BrowserName | null;
  system: SystemName | null;
}

// Browsers also claim to be older browsers, so the order of these patterns matters.
const BROWSERS: [RegExp, BrowserName][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, 'chrome'],
  [/\bVersion\/\S+ .*Safari\//, 'safari'],
];
const SYSTEMS: [RegExp, SystemName][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macos'],
  [/\bLinux\b|\bX11\b/, 'linux'],
];

export function deviceOf({ address, userAgent }: Origin): Device {
  if (userAgent === null)
    return { address: address === null ? null : shortAddress(address), browser: null, system: null };
  const first = <T>(table: [RegExp, T][], other: T) => table.find(([sign]) => sign.test(userAgent))?.[1] ?? other;
  return {
    address: address === null ? null : shortAddress(address),
    browser: first<BrowserName>(BROWSERS, 'other'),
    system: first<SystemName>(SYSTEMS, 'other'),
  };
}

/** An address without the part that tells one machine from its neighbours: `192.0.2.…`, `2001:db8:1:…`. */
export function shortAddress(address: string): string {
  const plain = plainAddress(address);
  if (!plain.includes(':')) return `${plain.split('.').slice(0, 3).join('.')}.…`;
  return `${hextets(plain).slice(0, 3).join(':')}:…`;
}

/** The owner of an IPv6 address has all 2^64 of its network: they count as one. */
export function countedAddress(address: string): string {
  const plain = plainAddress(address);
  return plain.includes(':') ? `${hextets(plain).slice(0, 4).join(':')}::/64` : plain;
}

/** The eight groups of an IPv6 address. */
function hextets(address: string): string[] {
  const [head = '', tail] = address.split('%', 1)[0]!.toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
