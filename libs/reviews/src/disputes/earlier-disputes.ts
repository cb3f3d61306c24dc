import { type EntityManager } from 'typeorm';
import { type Judged } from '#quality';
import { type EarlierDispute } from './dispute.rules.js';

/** The disputes of a score, as far as they bar another one. */
export const earlierDisputes = (tx: EntityManager, { legId, checklistId }: Judged): Promise<EarlierDispute[]> =>
  tx.query(
    `select one.item_id as "itemId", one.scorecard_id as "scorecardId", one.stage, one.outcome, one.final_at as "finalAt",
       one.slept_at as "sleptAt", one.closed_at as "closedAt",
       one.filed_by_person_id as "filedByPersonId",
       array(select scorecard_id from dispute_decision where dispute_id = one.id and scorecard_id is not null) as "decidedOn"
     from dispute one
     where one.leg_id = $1 and one.checklist_id = $2`,
    [legId, checklistId],
  );
