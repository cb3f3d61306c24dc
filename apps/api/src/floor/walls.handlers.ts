import { DataSource } from 'typeorm';
import { wallsRoutes, type Bilingual } from '#contracts';
import { WallLinks } from '#floor';
import { Clock, ENV } from '#platform';
import { bilingual } from '../people/person.sql.js';
import { implement } from '../routes/implement.js';
import { wallCookie } from './wall-cookie.js';

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
