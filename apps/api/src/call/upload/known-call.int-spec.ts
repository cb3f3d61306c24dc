import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Leg } from '#calls';
import { Person } from '#people';
import { newId } from '#platform';
import { LATE } from '../../../../../libs/database/src/migrations/1795820500000-ShutCallsTakeNoSound.js';
import { buildAccount } from '../../../../../test/factories/accounts.js';
import { buildPerson } from '../../../../../test/factories/organisation.js';
import { synthWav } from '../../../../../test/fixtures/wav.js';
import { UploadDesk, WAV } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let otherStaffNumber: string;

beforeAll(async () => {
  desk = await UploadDesk.open();
  const id = await buildPerson(desk.api.source, { teamId: desk.organisation.teamB });
  ({ staffNumber: otherStaffNumber } = await desk.api.source.manager.findOneByOrFail(Person, { id }));
});
afterAll(() => desk.api.stop());

const other = synthWav({ tones: [220] });
const decisions = (callId: string): Promise<{ state: string }[]> =>
  desk.api.source.query('select state from consent_decision where call_id = $1 order by decided_at, id', [callId]);

describe('a call that is known', () => {
  it("is not added to in another agent's name, and tells nothing about it", async () => {
    const about = desk.metadata();
    await desk.upload(about);
    const before = await desk.stored();
    const theirs = { ...about, legs: [{ staffNumber: otherStaffNumber }], recordingExternalId: randomUUID() };
    const { status, body } = await desk.upload(theirs, other);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'call_of_another_agent' });
    expect(body).not.toHaveProperty('storedSha256');
    expect(await desk.stored()).toEqual(before);
  });

  it('is out of reach for a sender of another team’s calls', async () => {
    const { api, organisation } = desk;
    const { username } = await buildAccount(api.source, organisation, {
      role: 'quality_manager',
      teamId: organisation.teamB,
    });
    const cookie = await api.signIn(username);
    const about = desk.metadata();
    await desk.upload(about);
    const send = (metadata: object) =>
      desk.send(
        [
          ['metadata', JSON.stringify(metadata)],
          ['audio', WAV],
        ],
        cookie,
      );
    expect(await send(about)).toMatchObject({ status: 400, body: { code: 'unknown_staff_number' } });
    const own = { ...about, legs: [{ staffNumber: otherStaffNumber }] };
    expect(await send(own)).toMatchObject({ status: 409, body: { code: 'call_of_another_agent' } });
    expect((await send(desk.metadata({ legs: [{ staffNumber: otherStaffNumber }] }))).status).toBe(201);
  });

  it('does not lend its recording id to another call', async () => {
    const about = desk.metadata();
    await desk.upload(about);
    const claim = desk.metadata({ recordingExternalId: about.externalId });
    const { status, body } = await desk.upload(claim);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'recording_of_another_call' });
    expect(body).not.toHaveProperty('storedSha256');
  });

  it('tells an agent of it nothing of the recording of another', async () => {
    const about = desk.metadata();
    const { callId, recordingId } = (await desk.upload(about)).body;
    const { teamB } = desk.organisation;
    const { id: personId } = await desk.api.source.manager.findOneByOrFail(Person, { staffNumber: otherStaffNumber });
    await desk.api.source.manager.insert(Leg, {
      ...{ id: newId(), callId, position: 1, personId, teamId: teamB, queueSeconds: null },
      ...{
        alertedAt: null,
        answeredAt: null,
        endedAt: null,
        hangupParty: null,
        transfer: null,
        consulted: null,
        holdSpans: [],
      },
    });
    const theirs = { ...about, legs: [{ staffNumber: otherStaffNumber }] };
    for (const sound of [WAV, other]) {
      const { status, body } = await desk.upload(theirs, sound);
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'recording_of_another_call' });
      expect([JSON.stringify(body).includes(recordingId!), 'storedSha256' in body]).toEqual([false, false]);
    }
    expect((await desk.upload({ ...theirs, recordingExternalId: randomUUID() }, other)).status).toBe(201);
  });

  it.each(['withdrawn', 'declined'])(
    'is shut and put before legal when consent is %s later, and keeps no more sound',
    async (state) => {
      const about = desk.metadata();
      const { callId } = (await desk.upload(about)).body;
      const before = await desk.stored();
      const send = () => desk.upload({ ...about, consent: { state }, recordingExternalId: randomUUID() }, other);
      const later = await send();
      expect(later).toMatchObject({ status: 409, body: { code: 'call_already_recorded' } });
      expect(await desk.stored()).toEqual(before);
      expect(await decisions(callId)).toEqual([{ state: 'announced' }, { state }]);
      // Said once more, it is the same request.
      await send();
      const asked: unknown[] = await desk.api.source.query(
        `select kind, state, reference, restricted from data_request join data_request_recording on request_id = data_request.id
         join recording on recording.id = recording_id where recording.call_id = $1`,
        [callId],
      );
      const reference = `test ${about.externalId}`;
      expect(asked).toEqual([{ kind: 'withdrawal', state: 'open', reference, restricted: true }]);
    },
  );

  describe('that is shut', () => {
    const shut = async () => {
      const about = desk.metadata();
      const { callId, recordingId } = (await desk.upload(about)).body;
      const say = (state: string) =>
        desk.upload({ ...about, consent: { state }, recordingExternalId: randomUUID() }, other);
      await say('withdrawn');
      return { about, callId, recordingId, say };
    };
    /** As the owner of the database: no trigger looks. */
    const asOwner = async (text: string, values: unknown[]): Promise<void> => {
      const owner = new pg.Client(desk.api.ownerUrl);
      await owner.connect();
      await owner.query('set session_replication_role = replica');
      try {
        await owner.query(text, values);
      } finally {
        await owner.end();
      }
    };
    const COPY = `insert into recording select (jsonb_populate_record(old, jsonb_build_object('id', gen_random_uuid(),
      'external_id', gen_random_uuid(), 'key_id', gen_random_uuid(), 'restricted', false))).* from recording old where id = $1`;
    const refused = { status: 409, body: { code: 'call_shut' } };

    it('is not opened by an upload that says consent was given, and keeps nothing of it', async () => {
      const { about, callId, say } = await shut();
      const before = await desk.stored();
      expect(await say('given')).toMatchObject(refused);
      expect(await desk.stored()).toEqual(before);
      expect(await decisions(callId)).toEqual([{ state: 'announced' }, { state: 'withdrawn' }]);
      // What is known is answered as it was.
      expect(await desk.upload(about)).toMatchObject({ status: 200, body: { callId, duplicate: true } });
    });

    const UNSAID = 'delete from consent_decision where not may_record and call_id = $1';
    const UNASKED = `delete from data_request where subject->'callIds' = jsonb_build_array($1::text)`;
    const ERASED = `insert into call_erasure (call_id, at, of_customer, emptied) values ($1, now(), true, '{}')`;
    it.each([
      ['a request is open, whatever consent says', [UNSAID]],
      ['consent is withdrawn, whatever was asked', [UNASKED]],
      ['it was erased', [UNSAID, UNASKED, ERASED]],
    ])('stays so where %s', async (_what, texts) => {
      const { callId, recordingId, say } = await shut();
      for (const text of texts) await asOwner(text, [callId]);
      expect(await say('given')).toMatchObject(refused);
      await expect(desk.api.source.query(COPY, [recordingId])).rejects.toMatchObject({
        constraint: 'shut_call_takes_no_sound',
      });
    });

    it('is shut whole by the upgrade, where a recording came in an older release: it is of the open request', async () => {
      const { callId, recordingId } = await shut();
      await asOwner(COPY, [recordingId]);
      await asOwner(`reset session_replication_role; ${LATE}`, []);
      await asOwner(`reset session_replication_role; ${LATE}`, []);
      const listed: unknown[] = await desk.api.source.query(
        `select restricted, restricted_by_this as "byThis", state from recording
         join data_request_recording on recording_id = recording.id join data_request on data_request.id = request_id
         where recording.call_id = $1`,
        [callId],
      );
      expect(listed).toEqual(Array(2).fill({ restricted: true, byThis: true, state: 'open' }));
    });

    it('shuts, when it is said again, also a recording that came in between', async () => {
      const { callId, recordingId, say } = await shut();
      await asOwner(COPY, [recordingId]);
      for (let i = 0; i < 2; i += 1) await say('withdrawn');
      const listed: unknown[] = await desk.api.source.query(
        `select count(*)::int as recordings, bool_and(restricted) as shut from data_request_recording
         join recording on recording.id = recording_id where recording.call_id = $1 group by request_id order by 1`,
        [callId],
      );
      expect(listed).toEqual([
        { recordings: 1, shut: true },
        { recordings: 2, shut: true },
      ]);
    });
  });

  it('has a decision for each of its recordings', async () => {
    const about = desk.metadata();
    const { callId } = (await desk.upload(about)).body;
    await desk.upload({ ...about, recordingExternalId: randomUUID(), consent: { state: 'given' } }, other);
    expect(await decisions(callId)).toEqual([{ state: 'announced' }, { state: 'given' }]);
  });
});

describe('uploads that meet', () => {
  it('two recordings of one new call are both taken', async () => {
    const about = desk.metadata();
    const sounds = [220, 330, 440].map((tone) => synthWav({ tones: [tone] }));
    const answers = await Promise.all(
      sounds.map((sound, i) => desk.upload({ ...about, recordingExternalId: `${about.externalId}-${i}` }, sound)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.callId)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.recordingId)).size).toBe(3);
  });

  it('a call that is declined is held back once', async () => {
    const about = desk.metadata({ consent: { state: 'declined' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.upload(about)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.callId)).size).toBe(1);
  });
});

describe('words that come with a call', () => {
  it('are refused, not cut, when they come as a field and are too long', async () => {
    const before = await desk.stored();
    const words = JSON.stringify({
      language: 'zh',
      turns: [{ speaker: 'agent', fromMs: 0, toMs: 9, text: '好'.repeat(200_000) }],
    });
    const parts: [string, string | Buffer][] = [
      ['metadata', JSON.stringify(desk.metadata())],
      ['audio', WAV],
      ['transcript', words],
    ];
    expect(await desk.send(parts)).toMatchObject({ status: 413, body: { code: 'transcript_too_large' } });
    expect(await desk.stored()).toEqual(before);
  });
});

it.each([
  ['externalId', { externalId: 'a\0b' }],
  ['legs.0.staffNumber', { legs: [{ staffNumber: 'a\0b' }] }],
  ['customer.name', { customer: { name: '\0' } }],
])('names %s when it has a character that people do not type', async (path, change) => {
  const { status, body } = await desk.upload(desk.metadata(change));
  expect(status).toBe(400);
  expect(body.fields?.map((field) => field.path)).toEqual([path]);
});
