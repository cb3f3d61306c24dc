import { Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { wallsRoutes, type Bilingual, type MadeWall, type WallList } from '#contracts';
import { WallLinks } from '#floor';
import { Clock, ENV, type Env } from '#platform';
import { bilingual } from '../people/person.sql.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { wallCookie } from './wall-cookie.js';

/** Screens on a wall. */
@Controller()
export class WallsController {
  constructor(
    private readonly links: WallLinks,
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Route(wallsRoutes.list)
  async list(): Promise<WallList> {
    const links = await this.links.current();
    const names: { id: string; name: Bilingual }[] = await this.source.query(
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
  }

  @Route(wallsRoutes.make)
  make({ asker, body }: Asked<typeof wallsRoutes.make>): Promise<MadeWall> {
    return this.links.make(body, asker.personId);
  }

  @Route(wallsRoutes.revoke)
  revoke({ asker, wallId }: Asked<typeof wallsRoutes.revoke>): Promise<void> {
    return this.links.revoke(wallId, asker.personId);
  }

  @Route(wallsRoutes.open)
  async open({ body, reply }: Asked<typeof wallsRoutes.open>): Promise<void> {
    const { secret, endsAt } = await this.links.open(body.token);
    const seconds = Math.ceil((endsAt.getTime() - this.clock.now().getTime()) / 1000);
    void reply.header('set-cookie', wallCookie(secret, this.env.cookieSecure, seconds));
  }
}
