import { BlockList, isIP } from 'node:net';

/** Ranges of addresses, as the operator lists them: `10.20.0.0/16`, `127.0.0.1`, `fd00:12::/48`. */
export class AddressRanges {
  private readonly list = new BlockList();

  /** @param ranges each accepted by `isRange` of the settings */
  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address = '', prefix] = range.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.list.addAddress(address, family);
      else this.list.addSubnet(address, Number(prefix), family);
    }
  }

  has(address: string): boolean {
    return this.list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
}

/**
 * Not public although they look like any other (IANA special-purpose registries, RFC 6890): this host, private, shared (CGNAT), loopback,
 * link-local with the clouds' metadata, documentation, benchmarking, 6to4 relays, multicast, reserved, and Azure's wire server.
 */
const NOT_PUBLIC_4 = new AddressRanges([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16'],
]);

/** Global unicast; every address outside (mapped IPv4, NAT64, ULA, link-local, multicast) is not public. */
const GLOBAL_6 = new AddressRanges(['2000::/3']);

/** Inside it, but carrying another address or none: Teredo, ORCHID, documentation, 6to4. */
const NOT_PUBLIC_6 = new AddressRanges([
  ...['2001::/32', '2001:2::/48', '2001:10::/28', '2001:20::/28', '2001:db8::/32', '2002::/16', '3fff::/20'],
]);

/** May a server on the public internet be there? What this cannot read as an address is not public. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !NOT_PUBLIC_4.has(address);
  return isIP(address) === 6 && GLOBAL_6.has(address) && !NOT_PUBLIC_6.has(address);
}
