import {
  absenceAnswerSchema,
  absenceListSchema,
  actingChoiceSchema,
  awayNowSchema,
  doneForSchema,
  myAbsencesSchema,
  newAbsenceSchema,
  possibleDeputiesQuerySchema,
  possibleDeputiesSchema,
} from './absences.js';
import { madeSchema } from './company.js';
import { defineRoutes, get, post, put } from './route.js';

/** Who is away, who deputises for whom, and acting in another's place. */
export const absencesRoutes = defineRoutes('absences', 'people', {
  mine: get('/api/v1/account/absences', {
    summary: 'One’s own absences, and those in which one deputises',
    access: { signedIn: true },
    answer: myAbsencesSchema,
  }),
  deputies: get('/api/v1/account/absences/deputies', {
    summary: 'Colleagues who can deputise, by name or staff number',
    description: 'At most 50.',
    access: { signedIn: true },
    query: possibleDeputiesQuerySchema,
    answer: possibleDeputiesSchema,
  }),
  ask: post('/api/v1/account/absences', {
    summary: 'Says on which days one is away, and asks a colleague to deputise',
    description: 'It counts once the colleague has accepted. Days are those of the site’s calendar.',
    access: { signedIn: true },
    body: newAbsenceSchema,
    answer: madeSchema,
    status: 201,
    refusals: [
      ...(['absence_days_unclear', 'absence_past', 'absence_too_long', 'absence_own_deputy'] as const),
      ...(['absence_no_deputy', 'absence_work_not_held', 'absence_overlaps', 'absence_chain'] as const),
      'role_spans_clients',
    ],
  }),
  answer: post('/api/v1/account/absences/{absenceId}/answer', {
    summary: 'Accepts to deputise, or declines with a reason',
    access: { signedIn: true },
    body: absenceAnswerSchema,
    refusals: ['absence_answered', 'absence_reason_needed'],
  }),
  end: post('/api/v1/account/absences/{absenceId}/end', {
    summary: 'Ends one’s own absence early, or deputises no longer',
    access: { signedIn: true },
    refusals: ['absence_ended_already'],
  }),
  done: get('/api/v1/account/absences/{absenceId}/done', {
    summary: 'What the deputy did in one’s name',
    access: { signedIn: true },
    answer: doneForSchema,
  }),
  act: put('/api/v1/account/acting', {
    summary: 'Acts in the place of a person who is away, or for oneself again',
    description:
      'The session then has the rights that were handed over, and none of its own. Everything that it does is recorded as done for that person.',
    access: { signedIn: true },
    body: actingChoiceSchema,
    refusals: ['acting_needs_second_factor', 'acting_over'],
  }),
  list: get('/api/v1/absences', {
    summary: 'Absences of the people in reach, the latest first',
    description: 'At most 200.',
    access: { permission: 'roles.approve' },
    answer: absenceListSchema,
  }),
  confirm: post('/api/v1/absences/{absenceId}/confirmation', {
    summary: 'Agrees that a deputy does more than their own roles allow',
    description:
      'By neither of the two, and as far as the right to agree to roles reaches. Takes a fresh proof of identity.',
    access: { permission: 'roles.approve', stepUp: true },
    refusals: ['absence_ended_already', 'second_person_needed', 'role_beyond_reach'],
  }),
  endFor: post('/api/v1/absences/{absenceId}/end', {
    summary: 'Ends an absence of a person in reach',
    access: { permission: 'people.manage' },
    refusals: ['absence_ended_already'],
  }),
  away: get('/api/v1/absences/now', {
    summary: 'Who is away now among the people to whom the account may give work',
    access: { permission: 'scorecards.read' },
    answer: awayNowSchema,
  }),
});
