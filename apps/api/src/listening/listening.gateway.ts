/*
 * Sends the sound of a call that goes on to the one page that opened the listening
 *   connect     in the session that opened it, once; the page that goes away ends it
 *   sound       is opened with the key of the listening and sent, for as long as the last yes is not a second old
 *   every 0.3 s it is asked whether it may go on: session, grant, role, notice, call
 */
import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  WebSocketGateway,
} from '@nestjs/websockets';
import { type Namespace, type Socket } from 'socket.io';
import {
  LISTENING_NAMESPACE,
  LISTENING_RATE,
  listeningAskSchema,
  NOT_SIGNED_IN,
  type ListeningEnd,
  type ListeningToClientEvents,
} from '#contracts';
import { LiveListenings, openSound, openWords, type LiveListeningRow } from '#legal';
import { SessionService } from '#people';
import { LOGGER, OngoingTrouble, zeroKeys, type Logger } from '#platform';
import { sessionToken } from '../auth/session-cookie.js';
import { letIn, LIVE_SOCKET, type NoEvents } from '../push/socket-options.js';
import { ListeningDesk } from './listening-desk.service.js';
import { ListeningPieces } from './listening-pieces.js';

const ASK_EVERY_MS = 300;
/** No sound is sent a second after the last yes was asked for: a database that hangs says nothing at all. */
const YES_LASTS_MS = 1000;
/** After so long without a yes it is over. */
const LOST_MS = 10_000;
/** That a listening is still sent is written so often. */
const SEEN_EVERY_MS = 3000;

interface Hearing {
  listening: LiveListeningRow;
  key: Buffer;
  /** First sample of the last piece, or the order of the last words; a piece that comes after it and is older was held back by someone. */
  lastAt: number;
  sentMs: number;
  yesAt: number;
  over: boolean;
}
type ListeningSocket = Socket<NoEvents, ListeningToClientEvents, NoEvents, Hearing>;
type Listenings = Namespace<NoEvents, ListeningToClientEvents, NoEvents, Hearing>;

@WebSocketGateway({ ...LIVE_SOCKET, namespace: LISTENING_NAMESPACE })
export class ListeningGateway
  implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, OnApplicationShutdown
{
  private readonly hearings = new Map<string, ListeningSocket>();
  private readonly trouble: OngoingTrouble;
  private timer: NodeJS.Timeout | undefined;
  private seenAt = 0;
  private asking = false;

  constructor(
    private readonly desk: ListeningDesk,
    private readonly listenings: LiveListenings,
    private readonly sessions: SessionService,
    private readonly notices: ListeningPieces,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  afterInit(sockets: Listenings): void {
    sockets.use(letIn((socket) => this.admit(socket), NOT_SIGNED_IN));
    this.timer = setInterval(() => this.look(), ASK_EVERY_MS);
  }

  handleConnection(socket: ListeningSocket): void {
    const { id } = socket.data.listening;
    // Two pages at once hear nothing more than one.
    if (this.hearings.has(id)) {
      zeroKeys(socket.data.key);
      return void socket.disconnect(true);
    }
    this.hearings.set(id, socket);
    this.notices.follow(id, (sealed) => this.send(socket, sealed));
    if (!socket.connected) this.handleDisconnect(socket);
  }

  handleDisconnect(socket: ListeningSocket): void {
    const { listening } = socket.data;
    if (this.hearings.get(listening.id) === socket) this.end(socket, 'stopped');
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    for (const { data } of this.hearings.values()) await this.listenings.end(data.listening.id, 'lost', data.sentMs);
  }

  private async admit(socket: ListeningSocket): Promise<boolean> {
    const asked = listeningAskSchema.safeParse(socket.handshake.auth);
    const token = sessionToken(socket.handshake.headers.cookie);
    const asker = token === null ? null : await this.sessions.find(token, { uses: false });
    if (!asked.success || !asker || asker.pending !== null) return false;
    const listening = await this.listenings.mine(asked.data.listeningId, asker.sessionId);
    if (!listening || (asker.idle && listening.grantId !== null)) return false;
    // Before the page is let in: what is sent once it is there reaches it.
    await this.notices.ready();
    const key = await this.listenings.keyOf(listening);
    socket.data = { listening, key, lastAt: -1, sentMs: 0, yesAt: 0, over: false };
    await this.ask([socket]);
    return !socket.data.over;
  }

  private send(socket: ListeningSocket, sealed: string): void {
    const { data } = socket;
    if (data.over || performance.now() - data.yesAt > YES_LASTS_MS) return;
    if (data.listening.follows === 'words') return this.sendWords(socket, sealed);
    const piece = openSound(data.listening.id, data.key, sealed);
    if (!piece || piece.at <= data.lastAt) return;
    const { at, undecoded, pcm } = piece;
    data.lastAt = at;
    data.sentMs += Math.round((pcm.length * 500) / LISTENING_RATE);
    // A copy of its own: what lies beside it in memory is no sound of this call.
    socket.emit('sound', { at, undecoded, pcm: Uint8Array.from(pcm).buffer });
  }

  private sendWords(socket: ListeningSocket, sealed: string): void {
    const { data } = socket;
    const words = openWords(data.listening.id, data.key, sealed);
    if (!words || words.order <= data.lastAt) return;
    data.lastAt = words.order;
    socket.emit('words', words);
  }

  private look(): void {
    const now = performance.now();
    for (const socket of this.hearings.values()) {
      if (!socket.connected) this.end(socket, 'stopped');
      else if (now - socket.data.yesAt > LOST_MS) this.end(socket, 'lost');
    }
    if (this.asking || this.hearings.size === 0) return;
    this.asking = true;
    this.askAll()
      .catch((error: unknown) =>
        this.trouble.error(error, 'it could not be asked whether people may go on listening in'),
      )
      .finally(() => (this.asking = false));
  }

  private async askAll(): Promise<void> {
    const sockets = [...this.hearings.values()];
    await this.ask(sockets);
    for (const socket of sockets.filter(({ data }) => data.over)) this.hearings.delete(socket.data.listening.id);
    if (performance.now() - this.seenAt < SEEN_EVERY_MS) return;
    this.seenAt = performance.now();
    await this.listenings.seen(new Map(sockets.map(({ data }) => [data.listening.id, data.sentMs])));
  }

  private async ask(sockets: readonly ListeningSocket[]): Promise<void> {
    const askedAt = performance.now();
    const answers = await this.desk.whyOver(sockets.map(({ data }) => data.listening.id));
    for (const socket of sockets) {
      const why = answers.get(socket.data.listening.id);
      if (why === null) socket.data.yesAt = askedAt;
      else this.end(socket, why ?? 'lost');
    }
  }

  /** No byte more; the row follows. */
  private end(socket: ListeningSocket, why: ListeningEnd): void {
    const { data } = socket;
    if (data.over) return;
    data.over = true;
    const { id } = data.listening;
    this.hearings.delete(id);
    this.notices.leave(id);
    zeroKeys(data.key);
    socket.emit('ended', why);
    socket.disconnect(true);
    this.listenings
      .end(id, why, data.sentMs)
      .catch((error: unknown) =>
        this.trouble.error(error, 'the end of listening in could not be written; it is swept'),
      );
  }
}
