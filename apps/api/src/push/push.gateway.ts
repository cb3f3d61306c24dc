import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import { type Server, type Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import {
  NOT_SIGNED_IN,
  type ClientToServerEvents,
  type LiveArea,
  type Permission,
  type ServerToClientEvents,
} from '#contracts';
import { scopeOf, SessionService, Team, type Asker } from '#people';
import { LOGGER, OngoingTrouble, type Logger } from '#platform';
import { sessionToken } from '../auth/session-cookie.js';
import { PushCount } from './push-count.js';
import { PushFeed } from './push-feed.js';
import { letIn, LIVE_SOCKET } from './socket-options.js';
import { roomOfArea, roomOfPerson, roomsOf, roomsOfAreas } from './rooms.rules.js';

/** A session that has ended, or a role that was taken away, is noticed within this time. */
const CHECK_EVERY_MS = 2000;
/** Open tabs of one browser; more is no person. */
const SOCKETS_PER_SESSION = 20;
/** That pages look on is noted so often: a write for each look would cost more than the look. */
const NOTED_EVERY_MS = 60_000;

type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;
type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;
interface SocketData {
  asker: Asker;
  rooms: string[];
}

/** Tells open screens that a call changed, in the rooms their account may listen in, without a word of what it was (decision 73). */
@WebSocketGateway(LIVE_SOCKET)
export class PushGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationShutdown {
  @WebSocketServer() private readonly server!: LiveServer;
  private readonly count = new PushCount();
  private readonly trouble: OngoingTrouble;
  private timer: NodeJS.Timeout | undefined;
  private notedAt = 0;

  constructor(
    private readonly feed: PushFeed,
    private readonly sessions: SessionService,
    private readonly source: DataSource,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  afterInit(server: LiveServer): void {
    server.use(letIn((socket) => this.admit(socket), NOT_SIGNED_IN));
    const changed = (room: string, callId: string) =>
      void server.to(room).emit('delta', { ...this.count.next(room), room, kind: 'call', callId });
    const ran = (room: string, runId: string) =>
      void server.to(room).emit('delta', { ...this.count.next(room), room, kind: 'run', runId });
    const live = (room: string) => void server.to(room).emit('delta', { ...this.count.next(room), room, kind: 'live' });
    const notified = (personId: string) => {
      const room = roomOfPerson(personId);
      server.to(room).emit('delta', { ...this.count.next(room), room, kind: 'told' });
    };
    const news = (area: LiveArea) => {
      const room = roomOfArea(area);
      server.to(room).emit('delta', { ...this.count.next(room), room, kind: 'area', area });
    };
    void this.feed.start({ changed, ran, live, notified, news, resumed: () => this.startAgain() });
    this.scheduleCheck();
  }

  async handleConnection(socket: LiveSocket): Promise<void> {
    const { sessionId } = socket.data.asker;
    const all = [...this.server.sockets.sockets.values()];
    if (all.filter(({ data }) => data.asker.sessionId === sessionId).length > SOCKETS_PER_SESSION) {
      return void socket.disconnect(true);
    }
    await socket.join(socket.data.rooms);
    socket.emit('hello', this.count.hello(socket.data.rooms));
    await this.sessions
      .noteWatched([sessionId])
      .catch((error: unknown) => this.trouble.error(error, 'it could not be noted that a page looks on'));
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async admit(socket: LiveSocket): Promise<boolean> {
    const token = sessionToken(socket.handshake.headers.cookie);
    // Pages connect again by themselves.
    const asker = token === null ? null : await this.sessions.find(token, { uses: false });
    if (!asker || asker.pending !== null) return false;
    socket.data = { asker, rooms: this.roomsFor(asker, await this.everyTeam()) };
    return true;
  }

  private startAgain(): void {
    this.count.restart();
    for (const socket of this.server.sockets.sockets.values())
      socket.emit('hello', this.count.hello(socket.data.rooms));
  }

  private scheduleCheck(): void {
    this.timer = setTimeout(() => {
      this.checkSessions()
        .catch((error: unknown) => this.trouble.error(error, 'open connections could not be checked'))
        .finally(() => this.scheduleCheck());
    }, CHECK_EVERY_MS);
  }

  /** Ends the connections of sessions that ended or owe a step again, and moves the others to the rooms that their roles allow now. */
  private async checkSessions(): Promise<void> {
    const sockets = [...this.server.sockets.sockets.values()];
    if (sockets.length === 0) return;
    const ids = [...new Set(sockets.map(({ data }) => data.asker.sessionId))];
    await this.noteWatched(ids);
    const [live, teams] = await Promise.all([this.sessions.liveAmong(ids), this.everyTeam()]);
    for (const socket of sockets) {
      const asker = live.get(socket.data.asker.sessionId);
      if (!asker || asker.pending !== null) {
        // In so many words: a server that restarts closes connections, too.
        socket.emit('ended');
        socket.disconnect(true);
      } else await this.moveTo(socket, this.roomsFor(asker, teams));
    }
  }

  private async noteWatched(sessionIds: readonly string[]): Promise<void> {
    if (performance.now() - this.notedAt < NOTED_EVERY_MS) return;
    this.notedAt = performance.now();
    await this.sessions.noteWatched(sessionIds);
  }

  private async moveTo(socket: LiveSocket, rooms: string[]): Promise<void> {
    const before = socket.data.rooms;
    if (rooms.length === before.length && rooms.every((room) => before.includes(room))) return;
    for (const room of before) if (!rooms.includes(room)) await socket.leave(room);
    await socket.join(rooms);
    socket.data.rooms = rooms;
    socket.emit('hello', this.count.hello(rooms));
  }

  private roomsFor({ held, personId }: Asker, teamIds: readonly string[]): string[] {
    const holds = (right: Permission) => scopeOf(right, held, personId).kind !== 'none';
    return [...roomsOf(scopeOf('calls.read', held, personId), teamIds), roomOfPerson(personId), ...roomsOfAreas(holds)];
  }

  private async everyTeam(): Promise<string[]> {
    const teams = await this.source.manager.find(Team, { select: { id: true } });
    return teams.map(({ id }) => id);
  }
}
