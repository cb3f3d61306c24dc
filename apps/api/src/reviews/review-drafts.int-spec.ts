import pg from 'pg';
import {
  type CallJournal,
  type CallList,
  type Problem,
  type PublishedReview,
  type ReviewDrafts as Drafts,
  type ReviewRevision,
  type ReviewTimes,
  type SavedDraft,
  type ScorecardList,
} from '#contracts';
import { JournalService } from '#journal';
import { eraseReviews, ReviewDrafts } from '#reviews';
import { type TestAccount } from '../../../../test/factories/accounts.js';
import { SamplingDesk } from '../../../../test/support/sampling-desk.js';

let made: SamplingDesk;
let one: TestAccount;
let other: TestAccount;
/** Of the first saving. */
let first: number;
let call: Awaited<ReturnType<SamplingDesk['scored']>>;

const ask = <T>(...asked: Parameters<SamplingDesk['ask']>) => made.ask<T>(...asked);
const path = () => `calls/${call.callId}/review-drafts`;
const drafts = async (who: TestAccount) => (await ask<Drafts>(who, 'GET', path())).body;
const ANSWER = { itemId: 'greeting.offer', outcome: 'met' as const, places: [], note: 'He did offer it.' };
const PROMISE = {
  commitmentId: '01a2243a-1a17-731e-97b6-bc89f62cea1c',
  revision: 1,
  answer: 'kept' as const,
  note: '',
};
const draft = (revision: number, answers: SavedDraft['answers'] = [ANSWER]): SavedDraft => {
  return { legId: call.legId, checklistId: 'small', basedOn: call.scorecardId, revision, answers, promises: [PROMISE] };
};

beforeAll(async () => {
  made = await SamplingDesk.open();
  [one, other] = [made.analysts[0]!, made.manager];
  call = await made.scored(made.agents[0]!, made.desk.organisation.teamA, new Date());
});
afterAll(() => made?.desk.api.stop());

describe('a review that is not published', () => {
  it('is kept for its author, who goes on elsewhere, also where a reason is still missing', async () => {
    const saved = await ask<ReviewRevision>(
      one,
      'PUT',
      path(),
      draft(0, [{ ...ANSWER, reason: 'other', note: undefined }]),
    );
    expect(saved.status).toBe(200);
    first = saved.body.revision;
    const { revision } = (await ask<ReviewRevision>(one, 'PUT', path(), draft(first))).body;
    expect(revision).toBeGreaterThan(first);
    const { mine } = await drafts(one);
    expect(mine).toMatchObject([
      { legId: call.legId, checklistId: 'small', revision, answers: [ANSWER], promises: [PROMISE] },
    ]);
  });

  it('counts nowhere, and tells a colleague that it is there and nothing of what is in it', async () => {
    const [row] = (await ask<CallList>(other, 'GET', 'calls')).body.items;
    expect(row?.score).toMatchObject({ points: 5, maxPoints: 10 });
    const seen = await drafts(other);
    expect(seen.mine).toEqual([]);
    expect(seen.others).toMatchObject([{ legId: call.legId, checklistId: 'small', by: { en: expect.any(String) } }]);
    expect(JSON.stringify(seen)).not.toContain('offer it');
    const { body } = await ask<CallJournal>(other, 'GET', `calls/${call.callId}/journal`);
    expect(body.entries.filter(({ event }) => event === 'review.begun')).toHaveLength(1);
  });

  it('is not overwritten by an older screen of the same person', async () => {
    const before = (await drafts(one)).mine;
    const late = await ask<Problem>(one, 'PUT', path(), draft(first, [{ ...ANSWER, note: 'An older thought.' }]));
    expect([late.status, late.body.code]).toEqual([409, 'draft_elsewhere']);
    expect((await drafts(one)).mine).toEqual(before);
  });

  it('is there already where a screen that had no answer sends it once more', async () => {
    const before = (await drafts(one)).mine;
    const again = await ask<ReviewRevision>(one, 'PUT', path(), draft(first));
    expect([again.status, again.body.revision]).toEqual([200, before[0]?.revision]);
    expect((await drafts(one)).mine).toEqual(before);
  });

  it('is refused to the agent of the call, and of a card that is not of this leg', async () => {
    expect((await ask(made.agents[0]!, 'GET', path())).status).toBe(403);
    const away = await ask<Problem>(one, 'PUT', path(), { ...draft(0), checklistId: 'other' });
    expect([away.status, away.body.code]).toEqual([404, 'not_found']);
  });

  it('is published in one step, and is gone', async () => {
    const { basedOn, legId, checklistId } = draft(0);
    const answers = [{ ...ANSWER, reason: 'meaning_misread' }];
    const sent = { basedOn, legId, checklistId, answers };
    const published = await ask<PublishedReview>(one, 'POST', `calls/${call.callId}/reviews`, sent);
    expect(published.status).toBe(201);
    expect((await drafts(one)).mine).toEqual([]);
    expect((await drafts(other)).others).toEqual([]);
    const { body } = await ask<ScorecardList>(other, 'GET', `calls/${call.callId}/scorecards`);
    expect(body.scorecards[0]).toMatchObject({ author: 'review', counts: true, points: 10 });
  });

  it('is not begun by a saving that was on its way while the review was published', async () => {
    const late = await ask<ReviewRevision>(one, 'PUT', path(), draft(0));
    expect([late.status, late.body.revision]).toEqual([200, 0]);
    expect((await drafts(one)).mine).toEqual([]);

    // At the very moment: the saving is not committed when the review is written, and goes with it.
    const next = await made.scored(made.agents[0]!, made.desk.organisation.teamA, new Date());
    const saving = new pg.Client({ connectionString: made.desk.api.ownerUrl });
    await saving.connect();
    await saving.query('begin');
    await saving.query(
      `insert into review_draft (leg_id, checklist_id, person_id, call_id, based_on, answers, revision, begun_at, saved_at)
       values ($1, 'small', $2, $3, $4, '[]', nextval('review_draft_revision'), now(), now())`,
      [next.legId, one.personId, next.callId, next.scorecardId],
    );
    const publishing = made.publish(one, next, { 'greeting.offer': 'met' });
    const waits = `select 1 from pg_locks where locktype = 'advisory' and classid = 7336 and not granted`;
    while ((await saving.query(waits)).rowCount === 0);
    await saving.query('commit');
    await saving.end();
    expect(await publishing).toEqual([201, undefined]);
    expect(await made.sql('select 1 from review_draft where leg_id = $1', [next.legId])).toEqual([]);
  });

  it('is thrown away with its last answer, and one that is begun again is not overwritten by a screen that knew the old one', async () => {
    const save = (revision: number, answers?: SavedDraft['answers']) =>
      ask<ReviewRevision & Problem>(other, 'PUT', path(), draft(revision, answers));
    const stale = (await save(0)).body.revision;
    expect((await save(stale, [])).body.revision).toBe(0);
    expect((await drafts(other)).mine).toEqual([]);
    const again = (await save(0)).body.revision;
    const late = await save(stale, []);
    expect([late.status, late.body.code]).toEqual([409, 'draft_elsewhere']);
    expect((await drafts(other)).mine).toMatchObject([{ revision: again, answers: [ANSWER] }]);
    await save(again, []);
  });

  it('ends with the recording, and keeps no words that are written afterwards', async () => {
    expect((await ask(other, 'PUT', path(), draft(0))).status).toBe(200);
    await made.sql('update recording set destruction_started_at = now() where id = $1', [call.recordingId]);
    await made.desk.api.source.transaction((tx) =>
      eraseReviews(tx, call.recordingId, made.desk.api.app.get(JournalService, { strict: false })),
    );
    expect((await drafts(other)).mine).toEqual([]);
    expect((await ask(other, 'PUT', path(), draft(0))).status).toBe(200);
    const [kept] = (await drafts(other)).mine;
    expect([kept?.answers[0], kept?.promises]).toEqual([expect.not.objectContaining({ note: expect.anything() }), []]);
  });
});

describe('the time that a review takes', () => {
  it('is counted by the server from what screens say, and belongs to the published review', async () => {
    const next = await made.scored(made.agents[0]!, made.desk.organisation.teamA, new Date());
    const counting = new ReviewDrafts(made.desk.api.source, made.get(JournalService), made.clock);
    const judged = { legId: next.legId, checklistId: 'small' };
    const start = Date.now();
    for (const seconds of [0, 15, 30, 300, 315]) {
      made.clock.at = new Date(start + seconds * 1000);
      await counting.beat(judged, one.personId);
    }
    expect(await made.publish(one, next, { 'greeting.offer': 'met' })).toEqual([201, undefined]);
    expect(await made.sql('select spent_ms from review_time where person_id = $1', [one.personId])).toEqual([
      { spent_ms: 45_000 },
    ]);
    expect(await made.sql('select 1 from review_work')).toEqual([]);
  });

  it('is shown to its author, and to who manages sampling for all, by staff number', async () => {
    const times = async (who: TestAccount) => (await ask<ReviewTimes>(who, 'GET', 'reviews/times')).body.reviewers;
    expect(await times(one)).toMatchObject([{ personId: one.personId, mine: true, n: 1, medianMs: 45_000 }]);
    expect(await times(other)).toMatchObject([{ personId: one.personId, mine: false, n: 1 }]);
    expect(await times(made.analysts[1]!)).toEqual([]);
  });
});
