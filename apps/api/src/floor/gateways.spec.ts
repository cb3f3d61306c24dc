import { mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { type WallLinks } from '#floor';
import { type Asker, type SessionService, type Team } from '#people';
import { Clock, type Logger } from '#platform';
import { type DataSource } from 'typeorm';
import { type FloorFeed } from './floor-feed.js';
import { FloorGateway } from './floor.gateway.js';
import { WallGateway } from './wall.gateway.js';

const [A, B] = ['0199d3a0-0000-7000-8000-00000000000a', '0199d3a0-0000-7000-8000-00000000000b'] as const;
const frame = { set: {} };

/** A server's socket as far as the gateways use it: as in socket.io, joining does not ask whether it is connected. */
class FakeSocket {
  connected = true;
  readonly rooms = new Set<string>();
  readonly emitted: string[] = [];

  constructor(
    readonly id: string,
    readonly data: object,
  ) {}

  join(rooms: string | string[]): void {
    for (const room of [rooms].flat()) this.rooms.add(room);
  }

  leave(room: string): void {
    this.rooms.delete(room);
  }

  emit(event: string): void {
    this.emitted.push(event);
  }

  disconnect(): void {
    this.connected = false;
    this.rooms.clear();
  }
}

const namespaceOf = (sockets: readonly FakeSocket[]) => ({
  sockets: new Map(sockets.map((socket) => [socket.id, socket])),
  adapter: { rooms: new Map() },
  use: () => undefined,
});
/** Opens a floor when it is told to. */
const openedLater = () => {
  let resolve = (): void => undefined;
  const opening = new Promise<void>((done) => (resolve = done));
  return { open: () => opening, whole: () => frame, listen: () => undefined, resolve };
};
const logger = { error: () => undefined } as unknown as Logger;
const asker = (sessionId: string, teamIds: readonly string[]): Asker =>
  ({
    ...{ sessionId, personId: sessionId, pending: null },
    held: teamIds.map((teamId) => ({ role: 'supervisor', teamId })),
  }) as unknown as Asker;
const teams = [A, B].map((id) => ({ id, nameZh: '组', nameEn: 'Team' })) as unknown as Team[];
const source = { manager: { find: () => Promise.resolve(teams) } } as unknown as DataSource;
const looking = (of: Asker, seat = '', rooms: string[] = []) => ({ asker: of, wanted: null, seat, rooms });

describe('a screen that leaves while its floor is opened', () => {
  it('stays in no room of a floor', async () => {
    const feed = openedLater();
    const socket = new FakeSocket('1', looking(asker('s', [A])));
    const gateway = new FloorGateway(feed as unknown as FloorFeed, {} as SessionService, source, logger);
    gateway.afterInit(namespaceOf([socket]) as never);
    const seated = gateway.handleConnection(socket as never);
    socket.disconnect();
    feed.resolve();
    await seated;
    gateway.onApplicationShutdown();
    expect([...socket.rooms, ...socket.emitted]).toEqual([]);
  });

  it('stays in no room of a wall', async () => {
    const feed = openedLater();
    const socket = new FakeSocket('1', { wallId: 'w', teamId: A });
    const gateway = new WallGateway(feed as unknown as FloorFeed, {} as WallLinks, new Clock(), logger);
    gateway.afterInit(namespaceOf([socket]) as never);
    const hung = gateway.handleConnection(socket as never);
    socket.disconnect();
    feed.resolve();
    await hung;
    gateway.onApplicationShutdown();
    expect([...socket.rooms, ...socket.emitted]).toEqual([]);
  });
});

describe('the check of open floors', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('ends and narrows every screen, also where a team before it cannot be read', async () => {
    const roomsOf = (teamId: string) => [`${teamId}:line`];
    const first = new FakeSocket('1', looking(asker('first', [A])));
    const narrowed = new FakeSocket('2', looking(asker('narrowed', [A, B]), 'before', [...roomsOf('gone'), 'x']));
    const ended = new FakeSocket('3', looking(asker('ended', [B])));
    const whole = new FakeSocket('4', looking(asker('whole', [B])));
    narrowed.join(['gone:line', 'x']);
    const feed = {
      ...{ whole: () => frame, listen: () => undefined },
      open: (teamId: string) => (teamId === A ? Promise.reject(new Error('no answer')) : Promise.resolve()),
    };
    const live = new Map(
      [first, narrowed, whole].map(({ data }) => {
        const { asker: of } = data as ReturnType<typeof looking>;
        return [of.sessionId, of];
      }),
    );
    const sessions = { liveAmong: () => Promise.resolve(live) } as unknown as SessionService;
    const gateway = new FloorGateway(feed as unknown as FloorFeed, sessions, source, logger);
    gateway.afterInit(namespaceOf([first, narrowed, ended, whole]) as never);
    mock.timers.tick(2_000);
    await turn();
    gateway.onApplicationShutdown();
    expect(ended.connected).toBe(false);
    expect([first.connected, narrowed.connected, whole.connected]).toEqual([true, true, true]);
    expect([...narrowed.rooms]).toEqual([]);
    expect(whole.emitted).toContain('teams');
    expect(first.emitted).toEqual([]);
  });
});
