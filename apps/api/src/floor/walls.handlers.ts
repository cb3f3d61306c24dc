import { DataSource } from 'typeorm';
import { wallsRoutes, floorRoutes, type Bilingual } from '#contracts';
import { WallLinks, FloorDesk, floorRefusals } from '#floor';
import { Clock, ENV } from '#platform';
import { reaches, scopeOf } from '#people';
import { bilingual } from '../people/person.sql.js';
import { implement } from '../routes/implement.js';
import { alarmsOf, TeamFloor } from './team-floor.js';

const WALL = 'sw_wall';

/** The secret of a wall's device in a `Cookie` header, or null. */
export function wallSecret(header: string | undefined): string | null {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === WALL && value && /^[\w-]{43}$/.test(value)) return value;
  }
  return null;
}

/** `Set-Cookie` for it: the live socket alone gets it back, and only on this device. */
export const wallCookie = (secret: string, secure: boolean, seconds: number): string =>
  `${WALL}=${secret}; Path=/api/live; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`;

/** What is done on the floor. */
export const floorHandlers = implement(floorRoutes, [TeamFloor, FloorDesk, Clock], (floor, desk, clock) => ({
  acknowledge: async ({ asker, body }) => {
    const scope = scopeOf('floor.answer', asker.held, asker.personId);
    if (!reaches(scope, { teamId: body.teamId, personId: null })) throw floorRefusals.floor_alarm_over();
    const sight = await floor.sight(body.teamId);
    const standing = sight ? alarmsOf(sight, clock.now().getTime()) : [];
    const stands = standing.some(({ kind, subject }) => kind === body.kind && subject === body.subject);
    if (!stands) throw floorRefusals.floor_alarm_over();
    await desk.acknowledge(body, asker.personId);
  },
}));

/** Screens on a wall. */
export const wallsHandlers = implement(
  wallsRoutes,
  [WallLinks, DataSource, Clock, ENV],
  (wallLinks, source, clock, env) => ({
    list: async () => {
      const links = await wallLinks.current();
      const names: { id: string; name: Bilingual }[] = await source.query(
        `select id, ${bilingual('team')} as name from team where id = any($1) union all
       select id, ${bilingual('person')} from person where id = any($2)`,
        [links.map(({ teamId }) => teamId), links.map(({ madeByPersonId }) => madeByPersonId)],
      );
      const nameOf = (id: string): Bilingual => names.find((one) => one.id === id)!.name;
      return {
        items: links.map(({ id: wallId, teamId, device, madeByPersonId, madeAt, endsAt, openedAt }) => ({
          ...{ wallId, device, team: { teamId, name: nameOf(teamId) }, madeBy: nameOf(madeByPersonId) },
          ...{ madeAt: madeAt.toISOString(), endsAt: endsAt.toISOString(), openedAt: openedAt?.toISOString() ?? null },
        })),
      };
    },
    make: ({ asker, body }) => wallLinks.make(body, asker.personId),
    revoke: ({ asker, wallId }) => wallLinks.revoke(wallId, asker.personId),
    open: async ({ body, reply }) => {
      const { secret, endsAt } = await wallLinks.open(body.token);
      const seconds = Math.ceil((endsAt.getTime() - clock.now().getTime()) / 1000);
      void reply.header('set-cookie', wallCookie(secret, env.cookieSecure, seconds));
    },
  }),
);
