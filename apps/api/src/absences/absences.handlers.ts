import { absencesRoutes } from '#contracts';
import { AbsenceService, ActingService } from '#people';
import { deciderOf } from '../reach/within.js';
import { implement } from '../routes/implement.js';
import { AbsencesQuery } from './absences.query.js';
import { AwayQuery } from './away.query.js';

/** Who is away, who deputises, and acting in another's place. */
export const absencesHandlers = implement(
  absencesRoutes,
  [AbsenceService, ActingService, AbsencesQuery, AwayQuery],
  (absences, acting, absencesQuery, away) => ({
    mine: ({ asker }) => absencesQuery.mine(asker),
    deputies: ({ asker, query }) => away.deputies(asker.personId, query.q ?? ''),
    ask: async ({ asker, body }) => ({ id: await absences.ask(asker.personId, body) }),
    answer: ({ asker, absenceId, body }) => absences.answer(absenceId, body, asker.personId),
    end: ({ asker, absenceId }) => absences.end(absenceId, asker.personId),
    done: ({ asker, absenceId }) => absencesQuery.done(asker.personId, absenceId),
    act: ({ asker, body }) => acting.act(asker, body.absenceId),
    list: ({ asker }) => absencesQuery.list(asker),
    confirm: ({ asker, absenceId }) => absences.confirm(absenceId, deciderOf(asker, 'roles.approve')),
    endFor: ({ asker, absenceId }) => absences.endFor(absenceId, deciderOf(asker, 'people.manage')),
    away: ({ asker }) => away.now(asker),
  }),
);
