import { headerLines } from '../sip/headers.rules.js';
import { readMessage } from '../sip/read-message.rules.js';
import { type SipResponse } from '../sip/sip-message.js';
import { type StreamPlan, type StreamParty } from '../session/media-plane.js';
import { type Effect } from './effects.js';
import { type Flow, type Fresh } from './flow.js';
import { RecordingServer, type RecordingServerSettings } from './recording-server.rules.js';

/** Chance that counts, so that every run is the same. */
export function countingFresh(): Fresh {
  let n = 0;
  return {
    session: () => `session-${++n}`,
    tag: () => `tag${++n}`,
    key: (bytes) => Buffer.alloc(bytes, ++n),
  };
}

export const UDP: Flow = { transport: 'udp', address: '192.0.2.7', port: 5060, connection: null };
export const TLS: Flow = { transport: 'tls', address: '192.0.2.7', port: 41_000, connection: 1 };

/** What a step gave, sorted. */
export interface Said {
  effects: Effect[];
  responses: SipResponse[];
  /** The last response with the status. */
  status: number | undefined;
  sdp: string;
  plan: { streams: readonly StreamPlan[]; parties: readonly StreamParty[] } | undefined;
  closed: string | undefined;
  requests: string[];
}

/** A recording server at 192.0.2.1 whose clock is turned by hand, and whose ports are bound at once: from 40000, in twos. */
export class ScriptedServer {
  readonly server: RecordingServer;
  at = Date.parse('2026-11-30T12:00:00Z');
  /** Ports are not bound before `bind`. */
  holdPorts = false;
  full = false;
  heard: (session: string) => number | null | undefined = () => undefined;
  private nextPort = 40_000;
  private readonly asked: { session: string; streams: number }[] = [];
  private readonly ports = new Map<string, number[]>();

  constructor(calls = 100, limits: Pick<RecordingServerSettings, 'callsPerPeer' | 'soundFrom' | 'starting'> = {}) {
    const ports = { udp: 5070, tcp: 5070, tls: 5071 };
    this.server = new RecordingServer({ address: '192.0.2.1', ports, calls, ...limits }, countingFresh());
  }

  send(message: string | Buffer, flow: Flow = UDP): Said {
    const bytes = typeof message === 'string' ? Buffer.from(message) : message;
    const read = readMessage(bytes);
    if ('unreadable' in read) throw new Error(`unreadable: ${read.unreadable}`);
    return this.sorted(this.bound(this.server.receive(read.message, flow, this.at)));
  }

  /** Binds what was asked for. */
  bind(): Said {
    const effects = this.asked.splice(0).flatMap(({ session, streams }) => {
      const bound = this.ports.get(session) ?? [];
      this.ports.set(session, bound);
      while (bound.length < streams) bound.push((this.nextPort += 2));
      return this.server.opened(session, this.full ? null : bound, this.at);
    });
    return this.sorted(this.bound(effects));
  }

  after(ms: number): Said {
    this.at += ms;
    return this.sorted(this.server.tick(this.at, this.heard));
  }

  stop(): void {
    this.server.stop();
  }

  private bound(effects: Effect[]): Effect[] {
    for (const effect of effects) if (effect.do === 'open') this.asked.push(effect);
    return this.holdPorts || this.asked.length === 0 ? effects : [...effects, ...this.bind().effects];
  }

  private sorted(effects: Effect[]): Said {
    const sent = effects.flatMap((effect) => (effect.do === 'send' ? [readMessage(effect.bytes)] : []));
    const messages = sent.flatMap((read) => ('message' in read ? [read.message] : []));
    const responses = messages.filter((message) => message.kind === 'response');
    const plans = effects.filter((effect) => effect.do === 'plan');
    const closed = effects.find((effect) => effect.do === 'close');
    return {
      effects,
      responses,
      status: responses.at(-1)?.status,
      sdp: responses.at(-1)?.body.toString() ?? '',
      plan: plans.at(-1),
      closed: closed?.why,
      requests: messages.flatMap((message) => (message.kind === 'request' ? [message.method] : [])),
    };
  }
}

export const headerOf = (said: Said, name: string): string | undefined =>
  said.responses.at(-1) && headerLines(said.responses.at(-1)!, name)[0];
