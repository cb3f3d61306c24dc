import {
  MediaPlaneFull,
  readMessage,
  RecordingServer,
  type Effect,
  type Flow,
  type Fresh,
  type MediaPlane,
  type RecordingSession,
  type Transport,
} from '#capture';
import { type Logger } from '#platform';
import { Faults } from '../faults.js';
import { Connections, type TlsFiles } from './connections.js';
import { openDatagrams, type Datagrams } from './datagrams.js';
import { SipFigures } from './sip-figures.js';
import { SipPeers } from './sip-peers.js';

export interface SipServerSettings {
  readonly host: string;
  /** What clients are told instead of it. */
  readonly address?: string;
  readonly port: number;
  readonly peers: readonly string[];
  readonly calls: number;
  /** It answers, and takes sessions only from `ready` on. */
  readonly starting?: boolean;
  readonly callsPerPeer?: number | undefined;
  /** Addresses and networks that sound may come from; left out: any. */
  readonly soundPeers?: readonly string[] | undefined;
  readonly tls?: (TlsFiles & { readonly port: number }) | undefined;
}

export interface SipServerParts {
  readonly media: MediaPlane;
  readonly fresh: Fresh;
  readonly logger: Logger;
  now(): Date;
  /** A session has been answered: consent is decided from here on, and what is known of the call is asked. */
  begun?(session: RecordingSession): void;
  /** What a next process needs to go on with a session, each time it changed. */
  kept?(session: RecordingSession): void;
}

const TICK_MS = 100;

/** The recording server on its sockets, before its media plane. */
export class SipServer {
  readonly figures = new SipFigures();
  readonly faults: Faults;
  private readonly peers: SipPeers;
  private readonly tcp: Connections;
  private readonly tls: Connections;
  private core!: RecordingServer;
  private datagrams!: Datagrams;
  private ticking: NodeJS.Timeout | undefined;
  /** Where it listens; port 0 of the settings has become one that was free. */
  ports: Record<Transport, number> = { udp: 0, tcp: 0, tls: 0 };

  private constructor(
    private readonly settings: SipServerSettings,
    private readonly parts: SipServerParts,
  ) {
    this.peers = new SipPeers(settings.peers);
    this.faults = new Faults((err, doing) =>
      parts.logger.error({ err, doing }, 'signalling met an error; it goes on, and counts further ones of the kind'),
    );
    this.tcp = this.connections('tcp');
    this.tls = this.connections('tls');
  }

  static async open(settings: SipServerSettings, parts: SipServerParts): Promise<SipServer> {
    const server = new SipServer(settings, parts);
    try {
      await server.listen();
    } catch (error) {
      await server.close();
      throw error;
    }
    return server;
  }

  private async listen(): Promise<void> {
    const { host, port, calls, callsPerPeer = calls, soundPeers, tls, starting = false } = this.settings;
    const tcp = await this.tcp.listen(host, port);
    this.datagrams = await openDatagrams(host, tcp, (bytes, address, from) =>
      this.faults.survive('datagram', () => {
        if (this.peers.has(address)) this.read(bytes, { transport: 'udp', address, port: from, connection: null });
        else this.figures.count(this.figures.dropped, 'stranger');
      }),
    );
    this.ports = { udp: this.datagrams.port, tcp, tls: tls ? await this.tls.listen(host, tls.port, tls) : 0 };
    const listed = soundPeers && new SipPeers(soundPeers);
    const soundFrom = (address: string) => listed?.has(address) ?? true;
    const limits = { calls, callsPerPeer, soundFrom, starting };
    this.core = new RecordingServer(
      { address: this.settings.address ?? host, ports: this.ports, ...limits },
      this.parts.fresh,
    );
    this.ticking = setInterval(() => this.faults.survive('tick', () => this.tick()), TICK_MS);
    this.parts.logger.info({ host, ...this.ports }, 'taking SIPREC sessions');
  }

  /** Goes on with a session that an earlier process kept; its client notices nothing. */
  restore(session: RecordingSession): void {
    this.core.restore(session);
  }

  /** All that an earlier process kept is restored: from now on sessions are taken. */
  ready(): void {
    this.core.ready();
  }

  private connections(transport: 'tcp' | 'tls'): Connections {
    return new Connections(this.peers, {
      // Each by itself: those behind one that fails are read all the same.
      receive: (bytes, from) => this.faults.survive('message', () => this.read(bytes, { transport, ...from })),
      survive: (work) => this.faults.survive('stream', work),
      dropped: (why) => this.figures.count(this.figures.dropped, why),
    });
  }

  private read(bytes: Buffer, flow: Flow): void {
    // A keep-alive over UDP (RFC 5626): nothing is to be said to it.
    if (bytes.length <= 4 && bytes.toString('latin1').trim() === '') return;
    const read = readMessage(bytes);
    if ('unreadable' in read) return this.figures.count(this.figures.dropped, read.unreadable);
    const now = this.parts.now();
    if (read.message.kind === 'request') this.figures.note(flow.address, read.message.method, now);
    this.carryOut(this.core.receive(read.message, flow, now.getTime()));
  }

  private tick(): void {
    const { media } = this.parts;
    const heard = (session: string) => (media.heard ? (media.heard(session)?.getTime() ?? null) : undefined);
    this.carryOut(this.core.tick(this.parts.now().getTime(), heard));
  }

  private carryOut(effects: readonly Effect[]): void {
    // Each by itself: what one session fails at is not to cost another its answer.
    for (const effect of effects) this.faults.survive(effect.do, () => this.do(effect));
  }

  private do(effect: Effect): void {
    const { media, logger } = this.parts;
    switch (effect.do) {
      case 'send':
        return this.send(effect.bytes, effect.flow);
      case 'open':
        return void this.open(effect.session, effect.streams).catch((error: unknown) =>
          this.faults.note(error, effect.do),
        );
      case 'begin':
        return this.begin(effect.session);
      case 'proved':
        return media.proved?.(effect.session);
      case 'plan':
        return media.plan(effect.session, effect.streams, effect.parties, this.parts.now());
      case 'close':
        this.figures.count(this.figures.ended, effect.why);
        logger.info({ session: effect.session, why: effect.why }, 'a recording session ended');
        return this.closeMedia(effect.session);
      case 'refuse':
        this.figures.count(this.figures.refused, effect.why);
        this.figures.count(this.figures.statuses, effect.status);
        this.figures.peer(effect.flow.address).lastRefusal = {
          at: this.parts.now(),
          status: effect.status,
          why: effect.why,
        };
        return logger.info(
          { status: effect.status, why: effect.why, from: effect.flow.address },
          'a request was refused',
        );
      case 'unread':
        this.figures.unread++;
        return logger.warn({ session: effect.session }, 'the metadata of a session cannot be read');
      case 'keep':
        return this.parts.kept?.(effect.session);
    }
  }

  private begin(session: RecordingSession): void {
    this.figures.sessions++;
    this.figures.peer(session.flow.address).sessions++;
    this.parts.logger.info({ session: session.id, from: session.flow.address }, 'a recording session began');
    this.parts.begun?.(session);
  }

  private send(bytes: Buffer, flow: Flow): void {
    if (flow.connection === null) this.datagrams.send(bytes, flow.address, flow.port);
    else this[flow.transport === 'tls' ? 'tls' : 'tcp'].send(flow.connection, bytes);
  }

  private async open(session: string, streams: number): Promise<void> {
    const ports = await this.parts.media.open(session, streams).catch((error: unknown) => {
      if (!(error instanceof MediaPlaneFull)) this.parts.logger.error({ err: error }, 'no port could be bound');
      return null;
    });
    // It was cancelled, or refused for being late, meanwhile.
    if (ports && !this.core.session(session)) return this.closeMedia(session);
    this.carryOut(this.core.opened(session, ports, this.parts.now().getTime()));
  }

  private closeMedia(session: string): void {
    this.parts.media
      .close(session, this.parts.now(), 'unknown')
      .catch((error: unknown) => this.parts.logger.error({ err: error, session }, 'a session was not closed in order'));
  }

  /** New sessions are refused at once, so that their clients go elsewhere; those that run go on. */
  stop(): void {
    this.core.stop();
  }

  /** Sessions that run are the next process's: an end by us would cost the rest of each call. */
  async close(): Promise<void> {
    // What comes until the sockets are closed is told to go elsewhere. A server that could not listen has none to tell.
    if (this.ticking) this.stop();
    clearInterval(this.ticking);
    await Promise.all([this.datagrams?.close(), this.tcp.close(), this.tls.close()]);
  }
}
