import { Inject, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { type Namespace, type Socket } from 'socket.io';
import { DataSource, IsNull } from 'typeorm';
import {
  FLOOR_NAMESPACE,
  floorAskSchema,
  floorPartSchema,
  NOT_SIGNED_IN,
  type FloorPart,
  type FloorTeams,
  type FloorToClientEvents,
  type Permission,
} from '#contracts';
import { SessionService, Team, type Asker } from '#people';
import { LOGGER, OngoingTrouble, type Logger } from '#platform';
import { scopeOf, type HeldRole, type Scope } from '#people/rules';
import { sessionToken } from '../auth/session-cookie.js';
import { letIn, LIVE_SOCKET, type NoEvents } from '../push/socket-options.js';
import { FloorFeed } from './floor-feed.js';

/** What each part takes besides the right to the floor: nothing is on it that its reader could not read elsewhere. */
const RIGHTS: Record<FloorPart, readonly Permission[]> = {
  line: ['floor.read', 'calls.read'],
  results: ['floor.read', 'scorecards.read'],
  promises: ['floor.read', 'commitments.read'],
};

export const roomOfFloor = (teamId: string, part: FloorPart): string => `floor:${teamId}:${part}`;

const reachesTeam = (scope: Scope, teamId: string): boolean =>
  scope.kind === 'all' || (scope.kind === 'some' && scope.teamIds.includes(teamId));

/** The parts of a team's floor that these rights show; one's own calls alone show none. */
export const partsOfFloor = (held: readonly HeldRole[], personId: string, teamId: string): FloorPart[] =>
  floorPartSchema.options.filter((part) =>
    RIGHTS[part].every((right) => reachesTeam(scopeOf(right, held, personId), teamId)),
  );

/** A session that has ended, or a role that was taken away, is noticed within this time. */
const CHECK_EVERY_MS = 2_000;
/** A person looks at no more teams at once. */
const MOST_TEAMS = 8;
/** Open tabs of one browser; more is no person. */
const SOCKETS_PER_SESSION = 20;

interface Looking {
  asker: Asker;
  /** The teams that were asked for; null: as many as there is room for. */
  wanted: readonly string[] | null;
  /** What is shown at present, as text. */
  seat: string;
  rooms: string[];
}
type FloorSocket = Socket<NoEvents, FloorToClientEvents, NoEvents, Looking>;

/**
 * Shows floors: all of it as a screen opens it, then what changes, in rooms for each part that a right takes. A session that only looks on lives
 * as one does that looks on at lists: nothing here is use of it (docs/decisions/0109).
 */
@WebSocketGateway({ ...LIVE_SOCKET, namespace: FLOOR_NAMESPACE })
export class FloorGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationShutdown {
  private floors!: Namespace<NoEvents, FloorToClientEvents, NoEvents, Looking>;
  private readonly trouble: OngoingTrouble;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly feed: FloorFeed,
    private readonly sessions: SessionService,
    private readonly source: DataSource,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  afterInit(floors: Namespace<NoEvents, FloorToClientEvents, NoEvents, Looking>): void {
    this.floors = floors;
    floors.use(letIn((socket) => this.admit(socket), NOT_SIGNED_IN));
    const { rooms } = floors.adapter;
    this.feed.listen({
      looksOn: (teamId) => floorPartSchema.options.some((part) => rooms.has(roomOfFloor(teamId, part))),
      told: (frame) => void floors.to(roomOfFloor(frame.teamId, frame.part)).emit('floor', frame),
    });
    this.scheduleCheck();
  }

  async handleConnection(socket: FloorSocket): Promise<void> {
    const { sessionId } = socket.data.asker;
    const all = [...this.floors.sockets.values()];
    if (all.filter(({ data }) => data.asker.sessionId === sessionId).length > SOCKETS_PER_SESSION)
      return void socket.disconnect(true);
    await this.seat(socket, socket.data.asker, await this.everyTeam()).catch((error: unknown) => {
      this.trouble.error(error, 'a floor could not be opened');
      // The page connects again by itself.
      socket.disconnect(true);
    });
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async admit(socket: FloorSocket): Promise<boolean> {
    const token = sessionToken(socket.handshake.headers.cookie);
    const asker = token === null ? null : await this.sessions.find(token, { uses: false });
    if (!asker || asker.pending !== null) return false;
    const { teams = null } = floorAskSchema.catch({}).parse(socket.handshake.auth);
    socket.data = { asker, wanted: teams, seat: '', rooms: [] };
    return true;
  }

  /** Puts a screen into the rooms that its rights reach, and tells what it shows; where nothing moved, nothing is told. */
  private async seat(socket: FloorSocket, asker: Asker, teams: readonly Team[]): Promise<void> {
    const { reached, shown, rooms } = reachOf(socket.data.wanted, asker, teams);
    const told: FloorTeams = {
      teams: reached.map(({ team: { id: teamId, nameZh: zh, nameEn: en } }) => ({ teamId, name: { zh, en } })),
      shown: shown.map(({ team }) => team.id),
    };
    const seat = JSON.stringify([told, rooms]);
    if (seat === socket.data.seat) return;
    for (const { team } of shown) await this.feed.open(team.id);
    // Who left meanwhile would stay in the rooms for ever: joining does not ask. The feed lets go of what was opened by itself.
    // Another seat, asked for while the floors were read, may have told the same already.
    if (!socket.connected || seat === socket.data.seat) return;
    // Nothing is awaited from here on: no change can come between the whole and what follows it, and no other seat between leaving and joining.
    leave(socket, socket.data.rooms);
    void socket.join(rooms);
    Object.assign(socket.data, { seat, rooms });
    socket.emit('teams', told);
    for (const { team, parts } of shown) this.show(socket, team.id, parts);
  }

  private show(socket: FloorSocket, teamId: string, parts: readonly FloorPart[]): void {
    for (const part of parts) {
      const frame = this.feed.whole(teamId, part);
      if (frame) socket.emit('floor', frame);
    }
  }

  private scheduleCheck(): void {
    this.timer = setTimeout(() => {
      this.check()
        .catch((error: unknown) => this.trouble.error(error, 'open floors could not be checked'))
        .finally(() => this.scheduleCheck());
    }, CHECK_EVERY_MS);
  }

  private async check(): Promise<void> {
    const sockets = [...this.floors.sockets.values()];
    if (sockets.length === 0) return;
    const ids = [...new Set(sockets.map(({ data }) => data.asker.sessionId))];
    const [live, teams] = await Promise.all([this.sessions.liveAmong(ids), this.everyTeam()]);
    const seated: [FloorSocket, Asker][] = [];
    for (const socket of sockets) {
      const asker = live.get(socket.data.asker.sessionId);
      if (asker && asker.pending === null) seated.push([socket, asker]);
      else socket.disconnect(true);
    }
    // What is taken away is gone for all before any new floor is read, which may fail.
    for (const [socket, asker] of seated) narrow(socket, asker, teams);
    const failed = (error: unknown) => this.trouble.error(error, 'a floor could not be opened');
    await Promise.all(seated.map(([socket, asker]) => this.seat(socket, asker, teams).catch(failed)));
  }

  private everyTeam(): Promise<Team[]> {
    return this.source.manager.find(Team, { where: { closedAt: IsNull() }, order: { nameEn: 'ASC', id: 'ASC' } });
  }
}

/** What a person may look at, and of it what this screen shows. */
function reachOf(wanted: readonly string[] | null, asker: Asker, teams: readonly Team[]) {
  const reached = teams.flatMap((team) => {
    const parts = partsOfFloor(asker.held, asker.personId, team.id);
    return parts.length > 0 ? [{ team, parts }] : [];
  });
  const shown = reached.filter(({ team }) => wanted?.includes(team.id) ?? true).slice(0, MOST_TEAMS);
  const rooms = shown.flatMap(({ team, parts }) => parts.map((part) => roomOfFloor(team.id, part)));
  return { reached, shown, rooms };
}

function leave(socket: FloorSocket, rooms: readonly string[]): void {
  for (const room of rooms) void socket.leave(room);
}

/** Takes a screen out of the rooms that its rights reach no longer. */
function narrow(socket: FloorSocket, asker: Asker, teams: readonly Team[]): void {
  const { rooms } = reachOf(socket.data.wanted, asker, teams);
  const lost = socket.data.rooms.filter((room) => !rooms.includes(room));
  if (lost.length === 0) return;
  leave(socket, lost);
  const kept = socket.data.rooms.filter((room) => rooms.includes(room));
  Object.assign(socket.data, { seat: '', rooms: kept });
}
