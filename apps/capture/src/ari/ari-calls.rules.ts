/*
 * Which calls of an Asterisk are to be recorded, by its REST interface (ARI)
 *   1. A call is one once a line outside is in a bridge with a telephone, and is over when the line's channel is gone.
 *   2. Who speaks with the customer is the one telephone in the line's bridge; of none, or of several at once, no one is told.
 *   3. It is held while a telephone of that bridge, or the line, said so.
 * Events tell of changes at once; the lists of channels and bridges, asked for now and then, put right what an event that was lost would have told.
 */
import { type Hangup, type StreamParty } from '#capture/rules';
import { endpointOf, isOwn } from '#telephony/rules';

export interface AriChannel {
  readonly id: string;
  readonly name: string;
  readonly caller?: { readonly name?: string; readonly number?: string };
}
export interface AriBridge {
  readonly id: string;
  readonly channels?: readonly string[];
}
export interface AriEvent {
  readonly type: string;
  readonly channel?: AriChannel;
  readonly bridge?: AriBridge;
  /** The system asks for it, no person. */
  readonly soft?: boolean;
}

export interface AriCall {
  /** The line's channel. */
  readonly channel: string;
  /** The customer's first. */
  readonly parties: readonly [StreamParty, StreamParty];
  readonly held: boolean;
}

export const [CUSTOMER, AGENT] = ['customer', 'agent'] as const;
const NONE = { aor: null, name: null, extension: null };

export class AriCalls {
  readonly #channels = new Map<string, AriChannel>();
  readonly #bridges = new Map<string, readonly string[]>();
  readonly #held = new Set<string>();
  readonly #hungUp = new Map<string, Hangup>();

  /** @param lines endpoints of lines outside, `PJSIP/trunk`. @param host for addresses of who speaks */
  constructor(
    private readonly lines: readonly string[],
    private readonly host: string,
  ) {}

  /** All that is there now. */
  list(channels: readonly AriChannel[], bridges: readonly AriBridge[]): void {
    this.#channels.clear();
    this.#bridges.clear();
    for (const channel of channels) this.#channels.set(channel.id, channel);
    for (const { id, channels: within = [] } of bridges) this.#bridges.set(id, within);
    for (const id of this.#held) if (!this.#channels.has(id)) this.#held.delete(id);
    for (const id of this.#hungUp.keys()) if (!this.#channels.has(id)) this.#hungUp.delete(id);
  }

  /** @returns whether it may concern a call */
  note({ type, channel, bridge, soft }: AriEvent): boolean {
    if (channel) this.#channels.set(channel.id, channel);
    if (bridge?.channels) this.#bridges.set(bridge.id, bridge.channels);
    switch (type) {
      case 'ChannelHold':
        return Boolean(channel && this.#held.add(channel.id));
      case 'ChannelUnhold':
        return Boolean(channel && this.#resume(channel.id));
      case 'ChannelHangupRequest':
        if (channel && soft !== true) this.#hangUp(channel);
        return false;
      case 'ChannelDestroyed':
        return Boolean(channel && this.#channels.delete(channel.id));
      case 'BridgeDestroyed':
        return Boolean(bridge && this.#bridges.delete(bridge.id));
      default:
        return type === 'ChannelEnteredBridge' || type === 'ChannelLeftBridge';
    }
  }

  /** What was held when an earlier process was killed: by whom is not known. */
  hold(line: string): void {
    this.#held.add(line);
  }

  #resume(id: string): boolean {
    const lines = this.#with(id).filter((one) => this.#isLine(this.#channels.get(one)));
    return [id, ...lines].filter((one) => this.#held.delete(one)).length > 0;
  }

  /** The last who asked to hang up is the one that ended it: an agent who transfers hangs up before. */
  #hangUp({ id, name }: AriChannel): void {
    for (const one of [id, ...this.#with(id)])
      if (this.#isLine(this.#channels.get(one))) this.#hungUp.set(one, this.#isLine({ name }) ? 'customer' : 'agent');
  }

  isThere(channel: string): boolean {
    return this.#channels.has(channel);
  }

  hungUpBy(channel: string): Hangup {
    const by = this.#hungUp.get(channel) ?? 'unknown';
    this.#hungUp.delete(channel);
    return by;
  }

  /** Calls in which a line and a telephone speak now. */
  get talking(): AriCall[] {
    return [...this.#channels.values()].flatMap((line): AriCall[] => {
      const others = this.#isLine(line) ? this.#with(line.id).flatMap((id) => this.#channels.get(id) ?? []) : [];
      if (!others.some((one) => !this.#isLine(one))) return [];
      const held = [line, ...others].some(({ id }) => this.#held.has(id));
      return [{ channel: line.id, parties: [this.#customer(line), this.#agent(others)], held }];
    });
  }

  #customer({ caller }: AriChannel): StreamParty {
    const number = /^\+?\d{3,32}$/.exec(caller?.number ?? '')?.[0];
    return { label: CUSTOMER, role: 'customer', ...(number ? this.#address(number, caller?.name) : NONE) };
  }

  #agent(others: readonly AriChannel[]): StreamParty {
    const telephones = others.filter((one) => !this.#isLine(one) && !isOwn(one.name));
    const [first] = telephones;
    if (telephones.length > 1) return { label: AGENT, role: 'unknown', ...NONE, doubt: 'several_senders' };
    const named = endpointOf(first?.name ?? '').split('/')[1] ?? '';
    const extension = [named, first?.caller?.number ?? ''].find((one) => /^\d{2,6}$/.test(one));
    return { label: AGENT, role: 'agent', ...(extension ? this.#address(extension, first?.caller?.name) : NONE) };
  }

  #address(extension: string, name = ''): Omit<StreamParty, 'label' | 'role'> {
    return { aor: `sip:${extension}@${this.host}`, name: name.slice(0, 120) || null, extension };
  }

  #with(id: string): string[] {
    const bridged = [...this.#bridges.values()].filter((channels) => channels.includes(id)).flat();
    return bridged.filter((one) => one !== id);
  }

  #isLine(channel: Pick<AriChannel, 'name'> | undefined): boolean {
    return channel !== undefined && this.lines.includes(endpointOf(channel.name));
  }
}
