import { BlockList, isIP } from 'node:net';
import { plainAddress } from './plain-address.rules.js';

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Is it an address, or a network as `ADDRESS/BITS`? */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (isIP(address) === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32));
}

/** Is the address one of these, or in one of these networks? */
export function reachesAddress(networks: readonly string[], given: string): boolean {
  const address = plainAddress(given);
  if (isIP(address) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [start = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(start, family(start));
    else list.addSubnet(start, Number(bits), family(start));
  }
  return list.check(address, family(address));
}
