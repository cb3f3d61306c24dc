import { Controller } from '@nestjs/common';
import {
  absencesRoutes,
  type AbsenceList,
  type AwayNow,
  type DoneFor,
  type Made,
  type MyAbsences,
  type PossibleDeputies,
} from '#contracts';
import { AbsenceService, ActingService } from '#people';
import { deciderOf } from '../reach/within.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { AbsencesQuery } from './absences.query.js';
import { AwayQuery } from './away.query.js';

/** Who is away, who deputises, and acting in another's place. */
@Controller()
export class AbsencesController {
  constructor(
    private readonly absences: AbsenceService,
    private readonly acting: ActingService,
    private readonly query: AbsencesQuery,
    private readonly away: AwayQuery,
  ) {}

  @Route(absencesRoutes.mine)
  mine({ asker }: Asked<typeof absencesRoutes.mine>): Promise<MyAbsences> {
    return this.query.mine(asker);
  }

  @Route(absencesRoutes.deputies)
  deputies({ asker, query }: Asked<typeof absencesRoutes.deputies>): Promise<PossibleDeputies> {
    return this.away.deputies(asker.personId, query.q ?? '');
  }

  @Route(absencesRoutes.ask)
  async ask({ asker, body }: Asked<typeof absencesRoutes.ask>): Promise<Made> {
    return { id: await this.absences.ask(asker.personId, body) };
  }

  @Route(absencesRoutes.answer)
  async answer({ asker, absenceId, body }: Asked<typeof absencesRoutes.answer>): Promise<void> {
    await this.absences.answer(absenceId, body, asker.personId);
  }

  @Route(absencesRoutes.end)
  async end({ asker, absenceId }: Asked<typeof absencesRoutes.end>): Promise<void> {
    await this.absences.end(absenceId, asker.personId);
  }

  @Route(absencesRoutes.done)
  done({ asker, absenceId }: Asked<typeof absencesRoutes.done>): Promise<DoneFor> {
    return this.query.done(asker.personId, absenceId);
  }

  @Route(absencesRoutes.act)
  async act({ asker, body }: Asked<typeof absencesRoutes.act>): Promise<void> {
    await this.acting.act(asker, body.absenceId);
  }

  @Route(absencesRoutes.list)
  list({ asker }: Asked<typeof absencesRoutes.list>): Promise<AbsenceList> {
    return this.query.list(asker);
  }

  @Route(absencesRoutes.confirm)
  async confirm({ asker, absenceId }: Asked<typeof absencesRoutes.confirm>): Promise<void> {
    await this.absences.confirm(absenceId, deciderOf(asker, 'roles.approve'));
  }

  @Route(absencesRoutes.endFor)
  async endFor({ asker, absenceId }: Asked<typeof absencesRoutes.endFor>): Promise<void> {
    await this.absences.endFor(absenceId, deciderOf(asker, 'people.manage'));
  }

  @Route(absencesRoutes.away)
  now({ asker }: Asked<typeof absencesRoutes.away>): Promise<AwayNow> {
    return this.away.now(asker);
  }
}
