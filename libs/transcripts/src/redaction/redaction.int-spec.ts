/* eslint-disable max-lines -- one database, one vault and one decoder for all of it, as starting them takes longer than the tests */
import { createHash, verify } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IsNull } from 'typeorm';
import { STRICTEST_REDACTION, type CallDetail, type JobName, type Peaks, type TranscriptView } from '#contracts';
import { DatabaseModule } from '#database';
import { canonicalJson, ensureSigningKey } from '#journal';
import { HoldService, LegalCases } from '#legal';
import { PlatformModule, Work, WorkService, type JobContext } from '#platform';
import {
  decodePcm,
  DestructionCertificate,
  Recording,
  SealRecordingService,
  VaultService,
  type SoundCodec,
} from '#recordings';
import { buildAccount, buildGrant, type TestAccount } from '../../../../test/factories/accounts.js';
import { synthWav } from '../../../../test/fixtures/wav.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';
import { TranscribeRecordingService } from '../transcribe-recording.service.js';
import { TranscriptsModule } from '../transcripts.module.js';
import { REDACTION_RULES_VERSION } from './find-spans.rules.js';
import { MaskRecordingService } from './mask-recording.service.js';
import { MaskedSound, RecordingCut } from './redaction.entity.js';
import { RedactionPolicyService } from './redaction-policy.service.js';
import { UnmaskedRecordings } from './unmasked-recordings.service.js';

const WAV = synthWav({ tones: [440, 220], seconds: 12, sampleRate: 8_000, amplitude: 0.5 });
const words = (speaker: 'agent' | 'customer', fromMs: number, text: string) => {
  const parts = text.split(' ');
  const each = 2_000 / parts.length;
  const said = parts.map((word, at) => ({
    text: word,
    fromMs: Math.round(fromMs + at * each),
    toMs: Math.round(fromMs + (at + 1) * each),
  }));
  return { speaker, fromMs, toMs: fromMs + 2_000, text, words: said };
};
const WITH_CODE = [
  words('agent', 0, 'Thank you for calling Northwind'),
  words('customer', 2_000, 'call me on 415 555 2671 please'),
  words('agent', 4_000, 'and the security code on the back'),
  words('customer', 6_000, 'it is 739 okay'),
  words('agent', 8_000, 'thank you goodbye'),
];

describe('hiding what must not be read or heard', () => {
  let desk: UploadDesk;
  let worker: INestApplicationContext;
  let vault: VaultService;
  let supervisor: TestAccount;
  let lawyer: TestAccount;

  beforeAll(async () => {
    desk = await UploadDesk.open();
    await ensureSigningKey(desk.env.journalKeyFile);
    @Module({
      imports: [
        PlatformModule.forRoot(desk.env, 'worker'),
        DatabaseModule.forRoot(desk.env.databaseUrl, 'test'),
        TranscriptsModule,
      ],
    })
    class Worker {}
    worker = await NestFactory.createApplicationContext(Worker, { logger: false });
    vault = worker.get(VaultService, { strict: false });
    const { source } = desk.api;
    supervisor = await buildAccount(source, desk.organisation, { role: 'supervisor', teamId: desk.organisation.teamA });
    lawyer = await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null });
    await buildGrant(source, desk.organisation, { role: 'supervisor' });
    await buildGrant(source, desk.organisation, { role: 'quality_manager', rendition: 'original' });
  });
  afterAll(async () => {
    await worker.close();
    await desk.api.stop();
  });

  const get = <S>(token: new (...args: never[]) => S): S => worker.get(token, { strict: false });
  async function run(job: JobName, subjectId: string, work: (context: JobContext) => Promise<void>): Promise<void> {
    const id = await desk.api.source.transaction((tx) => get(WorkService).open(tx, job, subjectId));
    const lease = await get(WorkService).claim(id ?? '');
    if (!lease) throw new Error('no lease');
    await work({ lease, signal: new AbortController().signal });
  }
  const mask = (id: string) => run('mask-recording', id, (context) => get(MaskRecordingService).mask(id, context));

  /** A call as it is after sealing, with its words where they are given. */
  async function sealed(turns: object[]): Promise<{ callId: string; id: string }> {
    const metadata = desk.metadata({ language: 'en', agentChannel: 'left' });
    const answer = await desk.send([
      ['metadata', JSON.stringify(metadata)],
      ['audio', WAV],
      ['transcript', Buffer.from(JSON.stringify({ language: 'en', turns }))],
    ]);
    const { callId } = answer.body;
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    const id = answer.body.recordingId ?? '';
    await run('seal-recording', id, (context) => get(SealRecordingService).seal(id, context));
    return { callId, id };
  }
  async function transcribed(turns: object[]): Promise<{ callId: string; id: string }> {
    const call = await sealed(turns);
    await run('transcribe-recording', call.id, (context) =>
      get(TranscribeRecordingService).transcribe(call.id, context),
    );
    return call;
  }

  async function ask(account: TestAccount, method: string, path: string, body?: object) {
    const cookie = await desk.api.signIn(account.username);
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${desk.api.baseUrl}/api/v1/calls${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }
  const play = (account: TestAccount, { callId, id }: { callId: string; id: string }) =>
    ask(account, 'POST', `/${callId}/plays`, { recordingId: id });
  const read = async (account: TestAccount, callId: string) =>
    (await ask(account, 'GET', `/${callId}/transcript`)).body as unknown as TranscriptView;

  /** How loud each channel is at a moment, 0–1, in a stored object. */
  async function loudness(
    id: string,
    kind: 'original' | 'rendition' | 'masked-rendition',
    atMs: number,
  ): Promise<number> {
    const recording = await desk.api.source.manager.findOneByOrFail(Recording, { id });
    const object = await vault.find(id, kind);
    if (!object) throw new Error(`no ${kind}`);
    const codec = kind === 'original' ? (recording.codec as SoundCodec) : 'opus';
    const bytes = Readable.from(vault.read(object, { kind: 'system', job: 'mask-recording' }));
    const format = { codec, channels: 2 as const, sampleRate: kind === 'original' ? 8_000 : 48_000 };
    const { output, done } = decodePcm({ bytes, format, durationMs: 12_000 }, { channel: 'all', sampleRate: 8_000 });
    const pcm = Buffer.concat(await output.toArray());
    await done;
    const from = Math.round(atMs * 8) * 4;
    let loudest = 0;
    for (let at = from; at < from + 400; at += 2) loudest = Math.max(loudest, Math.abs(pcm.readInt16LE(at)));
    return loudest / 32_768;
  }

  it('lets no one listen before words are there, and everyone at once where nothing was found', async () => {
    const early = await sealed([words('agent', 0, 'Good morning')]);
    expect(await play(supervisor, early)).toMatchObject({ status: 409, body: { code: 'being_checked' } });
    const { may } = (await ask(supervisor, 'GET', `/${early.callId}`)).body as unknown as CallDetail;
    expect(may).toMatchObject({ listen: false, listenRefusal: 'being_checked', sound: null });
    await run('transcribe-recording', early.id, (context) =>
      get(TranscribeRecordingService).transcribe(early.id, context),
    );
    expect(await play(supervisor, early)).toMatchObject({ status: 201, body: { sound: 'clean' } });
    expect((await read(supervisor, early.callId)).redaction).toEqual({ mode: 'mask', spans: [] });
  });

  it('masks a number in words and sound, and not what is beside it', async () => {
    const call = await transcribed(WITH_CODE.slice(0, 2));
    expect(await play(supervisor, call)).toMatchObject({ status: 409, body: { code: 'being_checked' } });
    const view = await read(supervisor, call.callId);
    expect(view.transcript.turns[1]?.text).toBe('call me on ■■■■■■■■■■■■ please');
    expect(JSON.stringify(view)).not.toMatch(/415|2671/);
    expect(view.redaction.spans).toMatchObject([
      { turn: 1, kind: 'telephone', hidden: true, fromChar: 11, toChar: 23 },
    ]);
    await mask(call.id);
    expect(await play(supervisor, call)).toMatchObject({ status: 201, body: { sound: 'masked' } });
    const [span] = view.redaction.spans;
    const middle = ((span?.fromMs ?? 0) + (span?.toMs ?? 0)) / 2;
    expect(await loudness(call.id, 'masked-rendition', middle)).toBeLessThan(0.01);
    expect(await loudness(call.id, 'masked-rendition', (span?.toMs ?? 0) + 200)).toBeGreaterThan(0.3);
    expect(await loudness(call.id, 'rendition', middle)).toBeGreaterThan(0.3);
    const peaks = (await ask(supervisor, 'GET', `/${call.callId}/peaks?recordingId=${call.id}`))
      .body as unknown as Peaks;
    expect(peaks.masked).toEqual([{ fromMs: span?.fromMs, toMs: span?.toMs }]);
    expect(peaks.data.map((channel) => channel[Math.round(middle / 50)])).toEqual([0, 0]);
    await mask(call.id);
    expect(
      await desk.api.source.query(`select kind from stored_object where recording_id = $1 and kind like 'masked%'`, [
        call.id,
      ]),
    ).toHaveLength(2);
  });

  it('opens the words and the sound as they were to a grant of the original', async () => {
    const call = await transcribed(WITH_CODE.slice(0, 2));
    const view = await read(lawyer, call.callId);
    expect(view.redaction.mode).toBe('original');
    expect(view.transcript.turns[1]?.text).toBe('call me on 415 555 2671 please');
    expect(await play(lawyer, call)).toMatchObject({ status: 201, body: { sound: 'original', rendition: 'original' } });
  });

  it('cuts a card code out of everything that is stored, destroys the old key, and certifies it', async () => {
    const call = await transcribed(WITH_CODE);
    const before = await desk.api.source.manager.findOneByOrFail(Recording, { id: call.id });
    const oldFiles = await readdir(desk.env.objectDir, { recursive: true });
    await mask(call.id);
    const { source } = desk.api;
    const after = await source.manager.findOneByOrFail(Recording, { id: call.id });
    const cut = await source.manager.findOneByOrFail(RecordingCut, { recordingId: call.id });
    expect(after).toMatchObject({ codec: 'pcm_s16le', sha256: before.sha256, durationMs: before.durationMs });
    expect(after.keyId).not.toBe(before.keyId);
    expect(await vault.keyCopies(before.keyId)).toBe(0);
    expect(await vault.keyCopies(after.keyId)).toBe(2);
    // Nothing of the old lies in the store, and nothing is left to sweep.
    const files = await readdir(desk.env.objectDir, { recursive: true });
    for (const { storeKey } of cut.oldObjects) {
      expect(oldFiles.some((name) => name.endsWith(storeKey))).toBe(true);
      expect(files.some((name) => name.endsWith(storeKey))).toBe(false);
    }
    expect(await source.query('select * from object_write')).toEqual([]);
    const kinds: { kind: string }[] = await source.query(
      'select kind from stored_object where recording_id = $1 order by kind',
      [call.id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'masked-peaks',
      'masked-rendition',
      'original',
      'peaks',
      'rendition',
      'transcript',
    ]);

    const [[from, to]] = cut.spansMs as [[number, number]];
    for (const kind of ['original', 'rendition'] as const) {
      expect(await loudness(call.id, kind, (from + to) / 2)).toBeLessThan(0.01);
      expect(await loudness(call.id, kind, from - 300)).toBeGreaterThan(0.3);
    }
    // The right to the original is no right to the code; the telephone number it is.
    const { transcript } = await read(lawyer, call.callId);
    expect(transcript.turns.map(({ text }) => text)).toEqual([
      ...[
        'Thank you for calling Northwind',
        'call me on 415 555 2671 please',
        'and the security code on the back',
        'it is ■■■ okay',
      ],
      'thank you goodbye',
    ]);
    // Who looks at the call is told the hash of what is kept beside that of what was received.
    const { recordings } = (await ask(lawyer, 'GET', `/${call.callId}`)).body as { recordings: object[] };
    expect(recordings).toMatchObject([{ sha256: before.sha256, keptSha256: cut.newSha256 }]);
    await certified(call.id, before, cut);
  });

  async function certified(recordingId: string, before: Recording, cut: RecordingCut): Promise<void> {
    const { document, signature, publicKey } = await desk.api.source.manager.findOneByOrFail(DestructionCertificate, {
      recordingId,
    });
    expect(document).toMatchObject({
      reason: 'card_code_cut',
      destroyedKeyId: before.keyId,
      silencedMs: cut.spansMs,
      receivedSha256: before.sha256,
    });
    const file = JSON.parse(
      await readFile(join(desk.env.journalHeadsDir, 'certificates', `${cut.id}.json`), 'utf8'),
    ) as { document: object };
    expect(file).toEqual({ document, signature, publicKey });
    const signed = (what: object) =>
      verify(null, Buffer.from(canonicalJson(what)), publicKey, Buffer.from(signature, 'base64'));
    expect(signed(file.document)).toBe(true);
    expect(signed({ ...document, destroyedKeyId: cut.id })).toBe(false);
    const original = await vault.find(recordingId, 'original');
    const bytes = await vault.readAll(original!, { kind: 'system', job: 'mask-recording' });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(cut.newSha256);
  }

  it('refuses what was sealed under the old key while it was cut', async () => {
    const call = await transcribed(WITH_CODE);
    const { keyId } = await desk.api.source.manager.findOneByOrFail(Recording, { id: call.id });
    const place = { recordingId: call.id, keyId, kind: 'transcript-chunk' as const, mimeType: 'application/json' };
    const late = await vault.write({ ...place, source: Readable.from([Buffer.from('[]')]) });
    await mask(call.id);
    await expect(desk.api.source.transaction((tx) => vault.record(tx, late))).rejects.toThrow('no longer has');
    await vault.discard(late.row.id);
  });

  it('cuts nothing out of a recording while a hold keeps it as it is, and comes back to it afterwards', async () => {
    const call = await transcribed(WITH_CODE);
    const { source } = desk.api;
    const before = await source.manager.findOneByOrFail(Recording, { id: call.id });
    const cases = desk.api.app.get(LegalCases);
    const caseId = await cases.open({ reference: 'cut', title: 'A dispute' }, lawyer.personId);
    const targets = [{ callId: call.callId, recordingId: null }];
    const order = { caseId, reason: 'evidence', targets, rule: null };
    const { hold } = await desk.api.app.get(HoldService).place(order, lawyer.personId);
    await mask(call.id);
    const held = await source.manager.findOneByOrFail(Recording, { id: call.id });
    expect(held).toMatchObject({ keyId: before.keyId, cutDeferred: true });
    // Meanwhile it is heard with the code silent.
    expect((await play(supervisor, call)).status).toBe(201);
    const waiting = async () => {
      await get(UnmaskedRecordings).sweep();
      return source.manager.existsBy(Work, { job: 'mask-recording', subjectId: call.id, doneAt: IsNull() });
    };
    expect(await waiting()).toBe(false);
    const asker = await buildAccount(source, desk.organisation, { role: 'legal_requester', teamId: null });
    await desk.api.app.get(HoldService).askRelease(hold.id, 'over', asker.personId);
    await desk.api.app.get(HoldService).decideRelease(hold.id, 'agreed', supervisor.personId);
    expect(await waiting()).toBe(true);
    await source.query(`delete from work where job = 'mask-recording' and subject_id = $1 and done_at is null`, [
      call.id,
    ]);
    await mask(call.id);
    const cut = await source.manager.findOneByOrFail(Recording, { id: call.id });
    expect(cut.keyId).not.toBe(before.keyId);
    expect(cut.cutDeferred).toBe(false);
  });

  describe('a stretch that may be a card code', () => {
    const DOUBTFUL = [
      ...WITH_CODE.slice(0, 2),
      words('agent', 4_000, "you don't need to give me the security code"),
      words('customer', 6_000, '739'),
      words('agent', 8_000, 'thank you goodbye'),
    ];
    const keyOf = async (id: string) => (await desk.api.source.manager.findOneByOrFail(Recording, { id })).keyId;

    /** Masked, and what the call's page and the list of those that wait say of it. */
    async function masked() {
      const call = await transcribed(DOUBTFUL);
      const key = await keyOf(call.id);
      await mask(call.id);
      const { transcriptId, redaction } = await read(lawyer, call.callId);
      const span = redaction.spans.find(({ kind }) => kind === 'card_code');
      if (!span) throw new Error('nothing was found');
      return { call, key, span, question: { transcriptId, turn: span.turn, fromChar: span.fromChar } };
    }
    const answer = (callId: string, body: object) => ask(lawyer, 'POST', `/${callId}/card-codes`, body);

    it('stays in the sealed original, silent in the copy and hidden in words, until a person has said what it is', async () => {
      const { call, key, span, question } = await masked();
      expect(await keyOf(call.id)).toBe(key);
      expect(await loudness(call.id, 'original', (span.fromMs + span.toMs) / 2)).toBeGreaterThan(0.3);
      expect(await loudness(call.id, 'masked-rendition', (span.fromMs + span.toMs) / 2)).toBeLessThan(0.01);
      expect((await read(lawyer, call.callId)).transcript.turns[3]?.text).toBe('■■■');
      const waiting = await ask(lawyer, 'GET', '/../card-codes');
      expect(waiting.body).toMatchObject({ items: [{ callId: call.callId, ...question }] });

      expect(
        await ask(supervisor, 'POST', `/${call.callId}/card-codes`, { ...question, answer: 'code' }),
      ).toMatchObject({
        status: 403,
      });
      expect(await answer(call.callId, { ...question, answer: 'no_code' })).toMatchObject({ status: 204 });
      expect(await play(supervisor, call)).toMatchObject({ body: { code: 'being_checked' } });
      await mask(call.id);
      expect((await read(lawyer, call.callId)).transcript.turns[3]?.text).toBe('739');
      expect(await loudness(call.id, 'masked-rendition', (span.fromMs + span.toMs) / 2)).toBeGreaterThan(0.3);
      expect(await keyOf(call.id)).toBe(key);
      expect(await answer(call.callId, { ...question, answer: 'code' })).toMatchObject({
        status: 409,
        body: { code: 'card_code_decided' },
      });
    });

    it('is cut out once a person has said that it is a code', async () => {
      const { call, key, span, question } = await masked();
      expect(await answer(call.callId, { ...question, answer: 'code' })).toMatchObject({ status: 204 });
      await mask(call.id);
      expect(await keyOf(call.id)).not.toBe(key);
      expect(await loudness(call.id, 'original', (span.fromMs + span.toMs) / 2)).toBeLessThan(0.01);
      expect((await ask(lawyer, 'GET', '/../card-codes')).body).toMatchObject({ total: 0, items: [] });
    });
  });

  it('looks older words through again by newer rules, and finds them on its own', async () => {
    const call = await transcribed(WITH_CODE.slice(0, 2));
    await mask(call.id);
    const owner = desk.api.source;
    await owner.query('update masked_sound set rules_version = 0 where recording_id = $1', [call.id]);
    expect(await play(supervisor, call)).toMatchObject({ body: { code: 'being_checked' } });
    expect(await get(UnmaskedRecordings).sweep()).toBeGreaterThan(0);
    const open: { subject_id: string }[] = await owner.query(
      `select subject_id from work where job = 'mask-recording' and done_at is null`,
    );
    expect(open.map(({ subject_id }) => subject_id)).toContain(call.id);
    const [due] = (await owner.query(
      `select id from work where job = 'mask-recording' and subject_id = $1 and done_at is null`,
      [call.id],
    )) as { id: string }[];
    const lease = await get(WorkService).claim(due!.id);
    await get(MaskRecordingService).mask(call.id, { lease: lease!, signal: new AbortController().signal });
    expect(await owner.manager.findOneByOrFail(MaskedSound, { recordingId: call.id })).toMatchObject({
      rulesVersion: REDACTION_RULES_VERSION,
    });
    expect(await play(supervisor, call)).toMatchObject({ status: 201 });
  });

  it('hides less once a second person agreed, and more at once', async () => {
    const { source } = desk.api;
    const call = await transcribed(WITH_CODE.slice(0, 2));
    const first = await buildAccount(source, desk.organisation, { role: 'quality_manager', teamId: null });
    const policy = get(RedactionPolicyService);
    const trial = { ...STRICTEST_REDACTION, mode: 'highlight' as const };
    await policy.propose(trial, 0, first.personId);
    expect(await policy.current()).toMatchObject({ version: 0, mode: 'mask' });
    await expect(policy.propose({ ...trial, unchecked: 'refuse' }, 0, first.personId)).rejects.toMatchObject({
      code: 'redaction_waiting',
    });
    await expect(policy.decide(1, 'agreed', first.personId)).rejects.toMatchObject({ code: 'second_person_needed' });
    const self = `update redaction_policy set decision = 'agreed', decided_by_person_id = $1, decided_at = now() where version = 1`;
    await expect(source.query(self, [first.personId])).rejects.toThrow('weaker_policy_needs_second_person');
    await policy.decide(1, 'agreed', desk.organisation.second);
    await expect(policy.decide(1, 'agreed', desk.organisation.second)).rejects.toMatchObject({
      code: 'redaction_not_waiting',
    });

    const view = await read(supervisor, call.callId);
    expect(view.redaction).toMatchObject({ mode: 'highlight', spans: [{ kind: 'telephone', hidden: false }] });
    expect(view.transcript.turns[1]?.text).toContain('415 555 2671');
    expect(await play(supervisor, call)).toMatchObject({ body: { sound: 'trial' } });

    await expect(policy.propose(STRICTEST_REDACTION, 0, first.personId)).rejects.toMatchObject({
      code: 'redaction_changed',
    });
    await policy.propose(STRICTEST_REDACTION, 1, first.personId);
    expect(await policy.current()).toMatchObject({ version: 2, mode: 'mask' });
    expect((await read(supervisor, call.callId)).transcript.turns[1]?.text).not.toContain('415');
  });
});
