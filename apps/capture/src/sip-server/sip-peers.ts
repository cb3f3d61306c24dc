import { BlockList, isIP } from 'node:net';
import { plainAddress } from '#platform';

/** Who may send: addresses and networks, looked up at each message. */
export class SipPeers {
  private readonly listed = new BlockList();

  constructor(networks: readonly string[]) {
    for (const network of networks) {
      const [address = '', bits] = network.split('/');
      if (bits === undefined) this.listed.addAddress(address, familyOf(address));
      else this.listed.addSubnet(address, Number(bits), familyOf(address));
    }
  }

  has(given: string): boolean {
    const address = plainAddress(given);
    return isIP(address) !== 0 && this.listed.check(address, familyOf(address));
  }
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
