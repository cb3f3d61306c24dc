import { randomUUID } from 'node:crypto';
import { UploadDesk } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;

beforeAll(async () => {
  desk = await UploadDesk.open();
});
afterAll(() => desk.api.stop());

describe('the consent gate', () => {
  it.each([
    ['declined', { state: 'declined' }, 'consent_declined'],
    ['withdrawn', { state: 'withdrawn' }, 'consent_withdrawn'],
    ['unknown', { state: 'unknown' }, 'consent_unknown'],
    ['an exemption that is not accepted', { state: 'not_required', reason: 'as usual' }, 'exemption_not_accepted'],
  ])('keeps not a byte of a call that is %s, and the call itself visible', async (_what, consent, reason) => {
    const before = await desk.stored();
    const { status, body } = await desk.upload(desk.metadata({ consent }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ stage: 'not_recorded', stageReason: reason, recordingId: null, sha256: null });
    expect(await desk.stored()).toEqual(before);
    const events = await desk.api.source.query(
      'select event, details from journal_entry join journal_detail on entry_id = id where call_id = $1 order by id',
      [body.callId],
    );
    expect(events.map(({ event }: { event: string }) => event)).toEqual([
      'call.known',
      'consent.decided',
      'call.not_recorded',
    ]);
    expect(events[1].details).toMatchObject({ state: consent.state, mayRecord: false, ruleId: 'cn-inbound' });
  });

  it.each([
    [{ classification: 'private', consent: { state: 'given' } }, 'private_call_excluded'],
    [{ direction: 'internal', consent: { state: 'announced' } }, 'internal_call_excluded'],
  ])('leaves out %j by rule', async (change, reason) => {
    expect((await desk.upload(desk.metadata(change))).body).toMatchObject({
      stage: 'not_recorded',
      stageReason: reason,
    });
  });

  it('stays closed for a call that was held back once', async () => {
    const about = desk.metadata({ consent: { state: 'declined' } });
    await desk.upload(about);
    expect((await desk.upload(about)).status).toBe(200);
    const later = await desk.upload({ ...about, consent: { state: 'given' } });
    expect(later).toMatchObject({ status: 409, body: { code: 'call_not_recorded' } });
  });

  it('is also in the database: no row can say that a declined call may be recorded', async () => {
    const { body } = await desk.upload(desk.metadata({ consent: { state: 'declined' } }));
    const forged = desk.api.source.query(
      `insert into consent_decision (id, call_id, state, rule_id, may_record, decided_at) values ($1, $2, 'declined', 'x', true, now())`,
      [randomUUID(), body.callId],
    );
    await expect(forged).rejects.toThrow(/consent_fails_closed/);
  });
});
