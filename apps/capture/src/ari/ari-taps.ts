/*
 * Calls of an Asterisk, tapped by its REST interface as they happen; its dialplan is not touched
 *   tap     two snoop channels on the line outside (what it says, what it hears), each bridged with an external-media channel that sends RTP to a
 *           port of ours; the session is like one of SIPREC from there on
 *   change  another telephone, or a hold, is a new plan; held, what comes is thrown away, as with SIPREC
 *   kill    what has to be known of a tap lies in the spool: Asterisk goes on sending, and the next process goes on at the same ports
 *   end     the line's channel is gone: the session ends, and our channels and bridges are taken down
 */
import { serialize } from 'node:v8';
import { MediaPlaneFull, type Fresh, type StreamPlan, type TransportAddress } from '#capture';
import { type Logger } from '#platform';
import { type MediaSessions } from '../media/media-sessions.js';
import {
  AriCalls,
  ARI_APP,
  CUSTOMER,
  AGENT,
  isOurs,
  type AriBridge,
  type AriCall,
  type AriEvent,
} from './ari-calls.rules.js';
import { type AriClient, type AriListener } from './ari-client.js';

/** What a process after a kill needs of a tap. */
export interface AriTap {
  readonly session: string;
  readonly channel: string;
  readonly streams: readonly { readonly localPort: number; readonly from: TransportAddress }[];
  /** It was held when the process was killed. */
  readonly held?: boolean;
}

export interface AriTapsParts {
  readonly ari: Pick<AriClient, 'request' | 'listen' | 'close'>;
  readonly media: Pick<MediaSessions, 'open' | 'plan' | 'proved' | 'close' | 'keepDialog'>;
  readonly calls: AriCalls;
  /** Where Asterisk is to send sound. */
  readonly address: string;
  readonly fresh: Pick<Fresh, 'session'>;
  readonly logger: Logger;
  now(): Date;
  /** Consent is decided from here on. */
  begun(session: { readonly id: string; readonly cameIn: boolean }): void;
  /** No room is left for a call; told once of each. */
  refused(): void;
}

const STARTED_MS = 5_000;
const SIDES = [
  { label: CUSTOMER, spy: 'in' },
  { label: AGENT, spy: 'out' },
] as const;
const PAYLOADS = new Map([[8, { codec: 'PCMA', clockRate: 8000, channels: 1 }]]);
const named = (session: string, what: string): string => `${ARI_APP}-${session}-${what}`;
const sessionIn = (name: string): string => name.slice(named('', '').length - 1).replace(/-\w+-\w+$/, '');

export class AriTaps implements AriListener {
  /** By the line's channel; `told`: the plan that was told last. */
  readonly #taps = new Map<string, { readonly tap: AriTap; told: string }>();
  readonly #tapping = new Map<string, string>();
  readonly #started = new Map<string, () => void>();
  /** Lines that could not be tapped; true: it is not tried again before the next list. */
  readonly #refused = new Map<string, boolean>();
  #read = false;

  constructor(private readonly parts: AriTapsParts) {}

  /** @param goingOn what a process that was killed left */
  start(goingOn: readonly AriTap[]): void {
    for (const tap of goingOn) {
      this.#taps.set(tap.channel, { tap, told: '' });
      if (tap.held) this.parts.calls.hold(tap.channel);
    }
    this.parts.ari.listen(this);
  }

  close(): void {
    this.parts.ari.close();
  }

  event(event: AriEvent): void {
    if (event.type === 'StasisStart' && event.channel) this.#started.get(event.channel.id)?.();
    // Before what is there has been read, a call that an earlier process tapped would seem to be gone.
    const channels = this.parts.calls.note(event);
    if (this.#read) this.#look(channels);
  }

  listed(...[channels, bridges, meanwhile]: Parameters<AriListener['listed']>): void {
    const { calls } = this.parts;
    calls.list(channels, bridges);
    for (const event of meanwhile) calls.note(event);
    for (const line of this.#refused.keys())
      if (calls.isThere(line)) this.#refused.set(line, false);
      else this.#refused.delete(line);
    const goingOn = this.#read ? [] : [...this.#taps.values()];
    this.#read = true;
    this.#look(new Set([...this.#taps.keys(), ...calls.talking.map(({ channel }) => channel)]));
    const there = new Map(bridges.map((bridge) => [bridge.id, bridge]));
    for (const { tap } of goingOn) this.#goOn(tap, there);
    const sessions = new Set([...this.#taps.values()].map(({ tap }) => tap.session).concat(...this.#tapping.values()));
    const isLeft = ({ id }: { id: string }) => isOurs(id) && !sessions.has(sessionIn(id));
    for (const { id } of bridges.filter(isLeft)) void this.#remove(`/bridges/${id}`);
    for (const { id } of channels.filter(isLeft)) void this.#remove(`/channels/${id}`);
  }

  #look(channels: ReadonlySet<string>): void {
    const { calls } = this.parts;
    for (const channel of channels) {
      const [known, call] = [this.#taps.get(channel), calls.call(channel)];
      if (known && !calls.isThere(channel)) this.#end(known.tap);
      else if (known && call) this.#tell(known, call);
      else if (call && !this.#tapping.has(channel) && !this.#refused.get(channel))
        void this.#tap(call).then(
          () => this.#look(new Set([channel])),
          (error: unknown) => this.#refuse(channel, error),
        );
    }
  }

  #refuse(line: string, error: unknown): void {
    if (!this.#refused.has(line)) {
      if (error instanceof MediaPlaneFull) this.parts.refused();
      this.parts.logger.error({ err: error }, 'a call of the Asterisk is not recorded');
    }
    this.#refused.set(line, true);
  }

  async #tap({ channel, cameIn }: AriCall): Promise<void> {
    const { media, fresh, now } = this.parts;
    const session = fresh.session();
    this.#tapping.set(channel, session);
    try {
      const ports = await media.open(session, SIDES.length);
      const streams = await Promise.all(ports.map((port, side) => this.#send(channel, session, side, port)));
      // Meanwhile another may have come to speak, or the call is held.
      const call = this.parts.calls.call(channel);
      if (!call) return await media.close(session, now(), 'unknown');
      const known = { tap: { session, channel, streams }, told: '' };
      this.#tell(known, call);
      this.parts.begun({ id: session, cameIn });
      // What goes on after a kill has a plan and its consent.
      const kept = { ari: known.tap, metadata: { callIds: [channel] } };
      media.keepDialog(session, serialize(kept).toString('base64'));
      this.#taps.set(channel, known);
      await Promise.all(SIDES.map(({ label }) => this.#bridge(session, label, true)));
      // It may have ended meanwhile.
      if (this.#taps.get(channel) === known) media.proved(session);
    } catch (error) {
      this.#taps.delete(channel);
      await media.close(session, now(), 'unknown');
      throw error;
    } finally {
      this.#tapping.delete(channel);
    }
  }

  /** A process may have been killed before it had bridged both sides. */
  #goOn(tap: AriTap, bridges: ReadonlyMap<string, AriBridge>): void {
    if (this.#taps.get(tap.channel)?.tap !== tap) return;
    const missing = SIDES.map(async ({ label }) => {
      const bridge = bridges.get(named(tap.session, `bridge-${label}`));
      if ((bridge?.channels ?? []).length < 2) await this.#bridge(tap.session, label, !bridge);
    });
    Promise.all(missing)
      .then(() => this.#taps.get(tap.channel)?.tap === tap && this.parts.media.proved(tap.session))
      .catch((error: unknown) => this.#refuse(tap.channel, error));
  }

  /** A snoop channel, and one that is to send what it hears to a port of ours. @returns the two ends of the sound */
  async #send(channel: string, session: string, side: number, localPort: number): Promise<AriTap['streams'][number]> {
    const { ari, address } = this.parts;
    const { label, spy } = SIDES[side]!;
    const [snoopId, mediaId] = [named(session, `snoop-${label}`), named(session, `media-${label}`)];
    const started = Promise.all([snoopId, mediaId].map((id) => this.#start(id)));
    // Where Asterisk refuses, that is told, and not this.
    started.catch(() => undefined);
    await ari.request('POST', `/channels/${encodeURIComponent(channel)}/snoop`, { app: ARI_APP, spy, snoopId });
    const sent = { external_host: `${address}:${localPort}`, encapsulation: 'rtp', transport: 'udp', format: 'alaw' };
    await ari.request('POST', '/channels/externalMedia', { app: ARI_APP, channelId: mediaId, ...sent });
    await started;
    const variable = async (name: string): Promise<string> => {
      const told = await ari.request('GET', `/channels/${mediaId}/variable`, { variable: `UNICASTRTP_LOCAL_${name}` });
      return (told as { value: string }).value;
    };
    return { localPort, from: { address: await variable('ADDRESS'), port: Number(await variable('PORT')) } };
  }

  /** A channel can be bridged only once it has begun in our application. */
  #start(id: string): Promise<void> {
    return new Promise((started, late) => {
      const timer = setTimeout(() => {
        this.#started.delete(id);
        late(new Error('a channel of ours did not begin'));
      }, STARTED_MS).unref();
      this.#started.set(id, () => {
        clearTimeout(timer);
        this.#started.delete(id);
        started();
      });
    });
  }

  async #bridge(session: string, label: string, isNew: boolean): Promise<void> {
    const bridge = named(session, `bridge-${label}`);
    if (isNew) await this.parts.ari.request('POST', '/bridges', { type: 'mixing', bridgeId: bridge });
    const channel = [named(session, `snoop-${label}`), named(session, `media-${label}`)].join(',');
    await this.parts.ari.request('POST', `/bridges/${bridge}/addChannel`, { channel });
  }

  #tell(known: { readonly tap: AriTap; told: string }, { parties, held }: AriCall): void {
    const told = JSON.stringify([parties, held]);
    if (told === known.told) return;
    known.told = told;
    const plans = known.tap.streams.map((ends, mediaIndex): StreamPlan => ({
      ...{ ...ends, mediaIndex, label: SIDES[mediaIndex]!.label, payloads: PAYLOADS, srtp: null },
      state: held ? 'paused' : 'recording',
    }));
    this.parts.media.plan(known.tap.session, plans, parties, this.parts.now());
  }

  #end({ session, channel }: AriTap): void {
    const { media, calls, now, logger } = this.parts;
    this.#taps.delete(channel);
    for (const { label } of SIDES) {
      void this.#remove(`/bridges/${named(session, `bridge-${label}`)}`);
      for (const what of ['snoop', 'media']) void this.#remove(`/channels/${named(session, `${what}-${label}`)}`);
    }
    media
      .close(session, now(), calls.hungUpBy(channel))
      .catch((error: unknown) => logger.error({ err: error, session }, 'a session could not be ended'));
  }

  /** What is gone already is gone. */
  async #remove(path: string): Promise<void> {
    await this.parts.ari.request('DELETE', path).catch(() => undefined);
  }
}
