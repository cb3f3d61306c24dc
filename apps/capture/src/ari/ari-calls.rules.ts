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
  /** `2026-11-30T12:14:42.164+0000` */
  readonly creationtime?: string;
  readonly dialplan?: { readonly app_data?: string };
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
  /** It rang here before a telephone was called; false: the customer was called, or that is not known. */
  readonly cameIn: boolean;
}

/** Our name as a Stasis application; what we make at the Asterisk begins with it. */
export const ARI_APP = 'shouwen';
export const isOurs = (id: string): boolean => id.startsWith(`${ARI_APP}-`);

export const [CUSTOMER, AGENT] = ['customer', 'agent'] as const;
const NONE = { aor: null, name: null, extension: null };

export class AriCalls {
  readonly #channels = new Map<string, AriChannel>();
  readonly #bridges = new Map<string, readonly string[]>();
  /** By channel; one is in one bridge at a time. */
  readonly #bridgeOf = new Map<string, string>();
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
    this.#bridgeOf.clear();
    for (const channel of channels) if (!isOurs(channel.id)) this.#channels.set(channel.id, channel);
    for (const bridge of bridges) if (!isOurs(bridge.id)) this.#fill(bridge);
    for (const id of this.#held) if (!this.#channels.has(id)) this.#held.delete(id);
    for (const id of this.#hungUp.keys()) if (!this.#channels.has(id)) this.#hungUp.delete(id);
  }

  /** @returns channels whose calls it may concern */
  note(event: AriEvent): ReadonlySet<string> {
    const { channel, bridge } = event;
    if ([channel, bridge].some((one) => one && isOurs(one.id))) return new Set();
    const near = channel ? [channel.id, ...this.#with(channel.id)] : [];
    return new Set(this.#changes(event) ? [...near, ...(bridge?.channels ?? [])] : []);
  }

  #changes({ type, channel, bridge, soft }: AriEvent): boolean {
    if (channel) this.#channels.set(channel.id, channel);
    if (bridge?.channels) this.#fill(bridge);
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
        if (bridge) this.#fill({ id: bridge.id });
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
    return [...this.#channels.keys()].flatMap((id) => this.call(id) ?? []);
  }

  /** @returns null: it is no line, or no telephone speaks with it now */
  call(channel: string): AriCall | null {
    const line = this.#bridgeOf.has(channel) ? this.#channels.get(channel) : undefined;
    if (!line || !this.#isLine(line)) return null;
    const others = this.#with(channel).flatMap((id) => this.#channels.get(id) ?? []);
    const telephones = others.filter((one) => !this.#isLine(one));
    if (telephones.length === 0) return null;
    const held = [line, ...others].some(({ id }) => this.#held.has(id));
    const cameIn = cameBefore(line, telephones);
    return { channel, parties: [this.#customer(line), this.#agent(telephones)], held, cameIn };
  }

  #customer({ caller }: AriChannel): StreamParty {
    const number = /^\+?\d{3,32}$/.exec(caller?.number ?? '')?.[0];
    return { label: CUSTOMER, role: 'customer', ...(number ? this.#address(number, caller?.name) : NONE) };
  }

  #agent(speaking: readonly AriChannel[]): StreamParty {
    const telephones = speaking.filter(({ name }) => !isOwn(name));
    const [first] = telephones;
    if (telephones.length > 1) return { label: AGENT, role: 'unknown', ...NONE, doubt: 'several_senders' };
    const named = endpointOf(first?.name ?? '').split('/')[1] ?? '';
    const extension = [named, first?.caller?.number ?? ''].find((one) => /^\d{2,6}$/.test(one));
    return { label: AGENT, role: 'agent', ...(extension ? this.#address(extension, first?.caller?.name) : NONE) };
  }

  #address(extension: string, name = ''): Omit<StreamParty, 'label' | 'role'> {
    return { aor: `sip:${extension}@${this.host}`, name: name.slice(0, 120) || null, extension };
  }

  #fill({ id, channels = [] }: AriBridge): void {
    for (const one of this.#bridges.get(id) ?? []) if (this.#bridgeOf.get(one) === id) this.#bridgeOf.delete(one);
    this.#bridges.set(id, channels);
    for (const one of channels) this.#bridgeOf.set(one, id);
  }

  #with(id: string): string[] {
    return (this.#bridges.get(this.#bridgeOf.get(id) ?? '') ?? []).filter((one) => one !== id);
  }

  #isLine(channel: Pick<AriChannel, 'name'> | undefined): boolean {
    return channel !== undefined && this.lines.includes(endpointOf(channel.name));
  }
}

/** A line that Asterisk called, in a campaign as well, is an outgoing one however early its channel was there. */
function cameBefore({ creationtime: at = '', dialplan }: AriChannel, telephones: readonly AriChannel[]): boolean {
  const since = Date.parse(at);
  if (dialplan?.app_data === '(Outgoing Line)') return false;
  return telephones.every(({ creationtime = '' }) => since < Date.parse(creationtime));
}
