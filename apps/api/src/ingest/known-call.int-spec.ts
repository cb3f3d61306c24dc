import { randomUUID } from 'node:crypto';
import { Person } from '#people';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { UploadDesk, WAV } from '../../../../test/support/upload-desk.js';

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
