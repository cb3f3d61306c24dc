import { DataSource, In } from 'typeorm';
import { reviewDraftsRoutes, type Reviewed } from '#contracts';
import { type Leg } from '#calls';
import { Person, type Asker } from '#people';
import { refuseOwnCall, ReviewDrafts } from '#reviews';
import { Scorecard } from '#quality';
import { CallAccess, partsOf } from '../reach/call-access.js';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { ReviewTimesQuery } from './review-times.query.js';

/** Reviews that are not published: kept as they are written, and seen by their author alone. */
export const reviewDraftsHandlers = implement(
  reviewDraftsRoutes,
  [DataSource, CallAccess, ReviewDrafts, ReviewTimesQuery],
  (source, access, drafts, timesOf) => {
    /** A card that is not of this leg and checklist is none of theirs. */
    const judged = async (
      asker: Asker,
      callId: string,
      { legId, checklistId }: Reviewed,
      cardId?: string,
    ): Promise<Leg> => {
      const legs = await access.legs(asker, callId, 'scorecards.judge');
      const card = { legId, checklistId, ...(cardId !== undefined && { id: cardId }) };
      const leg = legs.find(({ id }) => id === legId);
      if (!leg || !(await source.manager.existsBy(Scorecard, card))) throw apiRefusals.not_found();
      await refuseOwnCall(source.manager, legId, asker.personId);
      return leg;
    };
    return {
      list: async ({ asker, callId }) => {
        const seen = await access.legs(asker, callId, 'scorecards.judge');
        const [legs, parts] = [new Set(seen.map(({ id }) => id)), partsOf(seen)];
        const mine = (await drafts.mine(parts, asker.personId)).filter(({ legId }) => legs.has(legId));
        const others = (await drafts.ofOthers(parts, asker.personId)).filter(({ legId }) => legs.has(legId));
        const people = await source.manager.findBy(Person, { id: In(others.map(({ personId }) => personId)) });
        const names = new Map(people.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
        return {
          mine: mine.map(({ legId, checklistId, basedOn, answers, commitments: promises, revision, savedAt }) => {
            return { legId, checklistId, basedOn, answers, promises, revision, savedAt: savedAt.toISOString() };
          }),
          others: others.map(({ legId, checklistId, personId, savedAt }) => {
            return { legId, checklistId, by: names.get(personId)!, savedAt: savedAt.toISOString() };
          }),
        };
      },
      save: async ({ asker, callId, body }) => {
        const { callId: kept } = await judged(asker, callId, body, body.basedOn);
        return { revision: await drafts.save({ ...body, commitments: body.promises, callId: kept }, asker.personId) };
      },
      beat: async ({ asker, callId, body }) => {
        await judged(asker, callId, body);
        await drafts.beat(body, asker.personId);
      },
      times: ({ asker, query }) => timesOf.list(asker, query.days),
    };
  },
);
