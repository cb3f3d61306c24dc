import { Controller } from '@nestjs/common';
import { floorRoutes } from '#contracts';
import { FloorDesk, floorRefusals } from '#floor';
import { reaches, scopeOf } from '#people';
import { Clock } from '#platform';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { alarmsOf, TeamFloor } from './team-floor.js';

/** What is done on the floor. */
@Controller()
export class FloorController {
  constructor(
    private readonly floor: TeamFloor,
    private readonly desk: FloorDesk,
    private readonly clock: Clock,
  ) {}

  @Route(floorRoutes.acknowledge)
  async acknowledge({ asker, body }: Asked<typeof floorRoutes.acknowledge>): Promise<void> {
    const scope = scopeOf('floor.answer', asker.held, asker.personId);
    if (!reaches(scope, { teamId: body.teamId, personId: null })) throw floorRefusals.floor_alarm_over();
    const sight = await this.floor.sight(body.teamId);
    const standing = sight ? alarmsOf(sight, this.clock.now().getTime()) : [];
    const stands = standing.some(({ kind, subject }) => kind === body.kind && subject === body.subject);
    if (!stands) throw floorRefusals.floor_alarm_over();
    await this.desk.acknowledge(body, asker.personId);
  }
}
