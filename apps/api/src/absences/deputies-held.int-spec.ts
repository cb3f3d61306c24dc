import { type EntityManager } from 'typeorm';
import { type DeputyPendingCounts } from '#contracts';
import { ChecklistVersion, Scorecard } from '#quality';
import { newId } from '#platform';
import { writeNotifications } from '#notifications';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SMALL_CHECKLIST } from '../../../../test/factories/scorecards.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

const NOT_CONFIRMED = 'no third person has confirmed the deputy';

/** What the database itself holds of deputies who review, decide disputes, publish checklists and take reviews back. */
describe('a deputy in quality', () => {
  let made: SamplingDesk;
  /** Away: a quality manager. */
  let away: TestAccount;
  /** Who deputises: supervises team B, and nothing of team A. */
  let deputy: TestAccount;
  let confirmer: TestAccount;
  let agent: TestAccount;
  let absenceId: string;
  type Call = Awaited<ReturnType<SamplingDesk['scored']>>;

  const works = ['approvals', 'disputes', 'reviews', 'coaching', 'messages'];
  const scored = (who = agent, over = {}) => made.scored(who, made.desk.organisation.teamA, new Date(), over);
  const inAbsence = (write: (tx: EntityManager) => Promise<unknown>) =>
    made.desk.api.source.transaction(async (tx) => {
      await tx.query(`select set_config('shouwen.absence', $1, true)`, [absenceId]);
      await write(tx);
    });
  const judge = (call: Call, author: 'review' | 'dispute' = 'review', id = newId()) =>
    inAbsence(async (tx) => {
      const { forPersonId: _, ...card } = await tx.findOneByOrFail(Scorecard, { id: call.scorecardId });
      const judged = { author, authorPersonId: deputy.personId, basedOnId: card.id, createdAt: new Date() };
      await tx.insert(Scorecard, { ...card, id, ...judged });
    });
  const publish = (authors: string[], checklistId: string) =>
    inAbsence(async (tx) => {
      const definition = { ...SMALL_CHECKLIST, id: checklistId };
      const version = { checklistId, version: 1, sha256: '1'.repeat(64), definition, publishedAt: new Date() };
      const by = {
        origin: 'company' as const,
        reason: 'Ready.',
        publishedByPersonId: deputy.personId,
        authorPersonIds: authors,
      };
      await tx.insert(ChecklistVersion, { ...version, ...by });
    });
  const decide = (disputeId: string) =>
    inAbsence((tx) =>
      tx.query(
        `insert into dispute_decision (dispute_id, stage, decision, reason, decided_by_person_id, decided_at)
         values ($1, 'supervisor', 'kept', 'clear', $2, now())`,
        [disputeId, deputy.personId],
      ),
    );
  const retract = (call: Call, scorecardId: string, authorPersonId: string) =>
    inAbsence((tx) =>
      tx.query(
        `insert into review_retraction (scorecard_id, leg_id, call_id, author_person_id, retracted_by_person_id, retracted_at, reason)
         values ($1, $2, $3, $4, $5, now(), 'mistaken')`,
        [scorecardId, call.legId, call.callId, authorPersonId, deputy.personId],
      ),
    );
  const coachedByThem = (answered: 'answered_at' | null) =>
    made.sql(
      `insert into coaching_session (id, agent_person_id, team_id, coach_person_id, created_at, shared_at, answered_at)
       values ($1, $2, $3, $4, now(), now(), case when $5::boolean then now() end)`,
      [newId(), agent.personId, made.desk.organisation.teamA, away.personId, answered !== null],
    );
  const draftOf = ({ personId, username }: TestAccount) =>
    made.sql(
      `insert into checklist_draft (checklist_id, revision, state, definition, created_at, updated_at, updated_by_person_id, author_person_ids, asked_at, asked_by_person_id)
       select $1, 1, 'validated', definition, now(), now(), $2::uuid, array[$2::uuid], now(), $2::uuid from checklist_version where checklist_id = 'small'`,
      [username, personId],
    );
  const contested = async (call: Call) => {
    const filed = await made.ask<{ disputeId: string }>(agent, 'POST', `calls/${call.callId}/disputes`, {
      ...{ legId: call.legId, checklistId: 'small', itemId: 'greeting.offer', basedOn: call.scorecardId },
      ...{ wanted: 'met', reason: 'words_misheard' },
    });
    expect(filed.status).toBe(201);
    const [row] = await made.sql<{ id: string }>('select id from dispute where call_id = $1', [call.callId]);
    return row!.id;
  };
  const routed = async (call: Call) => {
    const [entry] = await made.sql<never>(
      `select id, event, details, actor_person_id as "actorPersonId" from journal_entry join journal_detail on entry_id = id
       where event = 'dispute.filed' and call_id = $1`,
      [call.callId],
    );
    await made.desk.api.source.transaction((tx) => writeNotifications(tx, [entry!], false));
    return made.sql('select absence_id from notification where person_id = $1 and call_id = $2', [
      deputy.personId,
      call.callId,
    ]);
  };

  beforeAll(async () => {
    made = await SamplingDesk.open();
    [away, agent] = [made.manager, made.agents[0]!];
    deputy = await made.person('supervisor', made.desk.organisation.teamB);
    confirmer = await made.person('administrator', null);
    absenceId = newId();
    await made.sql(
      `insert into absence (id, person_id, deputy_person_id, first_on, last_on, begins_at, ends_at, works, asked_at)
       values ($1, $2, $3, current_date, current_date + 1, now() - interval '1 hour', now() + interval '1 day', $4, now())`,
      [absenceId, away.personId, deputy.personId, works],
    );
    await made.sql('update absence set accepted_at = now() where id = $1', [absenceId]);
  });
  afterAll(() => made?.desk.api.stop());

  it('writes nothing that their own role does not reach, before a third person has confirmed it', async () => {
    const call = await scored();
    await expect(judge(call)).rejects.toThrow(NOT_CONFIRMED);
    await expect(judge(call, 'dispute')).rejects.toThrow(NOT_CONFIRMED);
    await expect(publish([agent.personId], 'theirs')).rejects.toThrow(NOT_CONFIRMED);
    await expect(decide(await contested(call))).rejects.toThrow(NOT_CONFIRMED);
    expect(await made.publish(made.analysts[0]!, call, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    const [review] = await made.sql<{ id: string }>(
      `select id from scorecard where leg_id = $1 and author = 'review'`,
      [call.legId],
    );
    await expect(retract(call, review!.id, made.analysts[0]!.personId)).rejects.toThrow(NOT_CONFIRMED);
  });

  it('may judge without it where a role of their own reaches the call', async () => {
    const call = await made.scored(made.agents[1]!, made.desk.organisation.teamB, new Date());
    await judge(call);
    expect(
      await made.sql(`select for_person_id from scorecard where leg_id = $1 and author = 'review'`, [call.legId]),
    ).toEqual([{ for_person_id: away.personId }]);
  });

  it('is told of that work only once it is confirmed', async () => {
    const [before, after] = [await scored(), await scored()];
    for (const call of [before, after]) await contested(call);
    expect(await routed(before)).toEqual([]);
    await made.sql('update absence set confirmed_at = now(), confirmed_by_person_id = $2 where id = $1', [
      absenceId,
      confirmer.personId,
    ]);
    expect(await routed(after)).toEqual([{ absence_id: absenceId }]);
  });

  it('then does so in the place of the person who is away, and for neither of the two where they have a part in it', async () => {
    const call = await scored();
    await decide(await contested(call));
    const judged = await scored();
    await judge(judged);
    await publish([agent.personId], 'theirs');
    await expect(publish([agent.personId, away.personId], 'own')).rejects.toThrow(
      'the person who is away has a part in it',
    );
    const [own, took] = [await scored(away), await scored(deputy)];
    for (const one of [own, took]) await expect(judge(one)).rejects.toThrow('judges no call that they took');
    expect(await made.publish(made.analysts[0]!, own, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    const [review] = await made.sql<{ id: string }>(
      `select id from scorecard where leg_id = $1 and author = 'review'`,
      [own.legId],
    );
    await expect(retract(own, review!.id, made.analysts[0]!.personId)).rejects.toThrow(
      'a person who took the call retracts no review of it',
    );
  });

  it('sees how much waits there, and takes back by the rights of that place alone', async () => {
    const waits = async () => (await made.ask<DeputyPendingCounts>(deputy, 'GET', `home/waiting/${absenceId}`)).body;
    expect(await waits()).toMatchObject({ coaching: 0, publications: 0, promises: null });
    await coachedByThem('answered_at');
    await coachedByThem(null);
    for (const author of [agent, away]) await draftOf(author);
    expect(await waits()).toMatchObject({ coaching: 1, publications: 1 });
    const ofTheirs = await made.scored(made.agents[1]!, made.desk.organisation.teamB, new Date());
    expect(await made.publish(deputy, ofTheirs, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    expect((await made.ask(deputy, 'PUT', 'account/acting', { absenceId })).status).toBe(204);
    const own = await scored(away);
    expect(await made.publish(made.analysts[0]!, own, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    const back = async ({ callId, legId }: Call) => {
      const [review] = await made.sql<{ id: string }>(
        `select id from scorecard where leg_id = $1 and author = 'review'`,
        [legId],
      );
      const path = `calls/${callId}/reviews/${review!.id}/retraction`;
      const { status, body } = await made.ask<{ code: string } | null>(deputy, 'POST', path, { reason: 'mistaken' });
      return [status, body?.code];
    };
    // The person who is away took this call: the deputy counts as both.
    expect(await back(own)).toEqual([403, 'own_call']);
    const other = await scored();
    expect(await made.publish(made.analysts[0]!, other, { 'greeting.salutation': 'met' })).toEqual([201, undefined]);
    expect(await back(other)).toEqual([204, undefined]);
    expect(await made.sql('select for_person_id from review_retraction where call_id = $1', [other.callId])).toEqual([
      { for_person_id: away.personId },
    ]);
  });
});
