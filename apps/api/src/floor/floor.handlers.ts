import { floorRoutes } from '#contracts';
import { FloorDesk, floorRefusals } from '#floor';
import { reaches, scopeOf } from '#people';
import { Clock } from '#platform';
import { implement } from '../routes/implement.js';
import { alarmsOf, TeamFloor } from './team-floor.js';

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
