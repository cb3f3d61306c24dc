import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { type Namespace, type Socket } from 'socket.io';
import { WALL_NAMESPACE, WALL_OVER, type WallFrame, type WallToClientEvents } from '#contracts';
import { changeOnWall, rowsOnWall, WallLinks } from '#floor';
import { Clock, LOGGER, OngoingTrouble, type Logger } from '#platform';
import { letIn, LIVE_SOCKET, type NoEvents } from '../push/socket-options.js';
import { FloorFeed } from './floor-feed.js';
import { wallSecret } from './walls.handlers.js';

/** A link that has ended, or was revoked, is noticed within this time. */
const CHECK_EVERY_MS = 2_000;
/** Tabs of one device. */
const SOCKETS_PER_WALL = 3;

interface Hanging {
  wallId: string;
  teamId: string;
}
type WallSocket = Socket<NoEvents, WallToClientEvents, NoEvents, Hanging>;

/** Shows walls the floor of their team, as far as everyone who passes may read it. */
@WebSocketGateway({ ...LIVE_SOCKET, namespace: WALL_NAMESPACE })
export class WallGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationShutdown {
  private walls!: Namespace<NoEvents, WallToClientEvents, NoEvents, Hanging>;
  private readonly trouble: OngoingTrouble;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly feed: FloorFeed,
    private readonly links: WallLinks,
    private readonly clock: Clock,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  afterInit(walls: Namespace<NoEvents, WallToClientEvents, NoEvents, Hanging>): void {
    this.walls = walls;
    walls.use(letIn((socket) => this.admit(socket), WALL_OVER));
    const { rooms } = walls.adapter;
    this.feed.listen({
      looksOn: (teamId) => rooms.has(teamId),
      told: ({ teamId, part, at, whole, set, gone }, before) => {
        const change = part === 'line' ? changeOnWall(set, gone, before) : null;
        if (change) walls.to(teamId).emit('wall', { at, whole, ...change });
      },
    });
    this.scheduleCheck();
  }

  async handleConnection(socket: WallSocket): Promise<void> {
    const { wallId, teamId } = socket.data;
    const all = [...this.walls.sockets.values()];
    if (all.filter(({ data }) => data.wallId === wallId).length > SOCKETS_PER_WALL) return void socket.disconnect(true);
    await this.feed.open(teamId).catch((error: unknown) => this.trouble.error(error, 'a wall could not be opened'));
    const frame = this.feed.whole(teamId, 'line');
    // The page connects again by itself.
    if (!frame) return void socket.disconnect(true);
    // Who left meanwhile would stay in the room for ever: joining does not ask.
    if (!socket.connected) return;
    void socket.join(teamId);
    const whole: WallFrame = { at: this.clock.now().toISOString(), whole: true, set: rowsOnWall(frame.set), gone: [] };
    socket.emit('wall', whole);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async admit(socket: WallSocket): Promise<boolean> {
    const secret = wallSecret(socket.handshake.headers.cookie);
    const link = secret === null ? null : await this.links.ofDevice(secret);
    if (!link) return false;
    socket.data = { wallId: link.id, teamId: link.teamId };
    return true;
  }

  private scheduleCheck(): void {
    this.timer = setTimeout(() => {
      this.check()
        .catch((error: unknown) => this.trouble.error(error, 'open walls could not be checked'))
        .finally(() => this.scheduleCheck());
    }, CHECK_EVERY_MS);
  }

  private async check(): Promise<void> {
    const sockets = [...this.walls.sockets.values()];
    if (sockets.length === 0) return;
    const live = await this.links.liveAmong([...new Set(sockets.map(({ data }) => data.wallId))]);
    for (const socket of sockets.filter(({ data }) => !live.has(data.wallId))) {
      socket.emit('ended');
      socket.disconnect(true);
    }
  }
}
