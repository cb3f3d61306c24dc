import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { A_LAW, decodeG711 } from '#capture';
import { type ConsentRulesView, type LiveCall, type LiveCalls } from '#contracts';
import { parseEnv } from '#platform';
import { VaultService } from '#recordings';
import { HandingOverModule } from '../../apps/capture/src/handing-over/handing-over.module.js';
import { filesHolding, formsOf } from '../support/canary.js';
import { CaptureProcess } from '../support/capture-process.js';
import { House } from '../support/house.js';
import { send } from '../support/legal-people.js';
import { RecordingClient } from '../support/recording-client.js';
import { PASSWORD } from '../support/seeded-place.js';
import { patient } from '../../tools/patience.mjs';
import { DEEP } from '../support/deep.js';

const CUSTOMER = '13800002046';
const AGENT = { extension: '8001', staffNumber: '3068' };
const FRAME = 160;
const KILLS = DEEP ? 20 : 2;

const ends = new AsyncDisposableStack();
let house: House;
let env: Record<string, string>;
let capture: CaptureProcess;
let vault: VaultService;

beforeAll(async () => {
  house = ends.adopt(await House.open(), (one) => one.stop());
  const admin = await house.signIn('admin');
  await send(admin, 'POST', '/auth/step-up', { password: PASSWORD });
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await send(admin, 'POST', '/telephony-sources', {
    ...{ name: 'siprec', reader: 'table', settings, teamIds: null, folder: null },
  });
  await send(admin, 'POST', '/extensions', { ...AGENT, from: '2026-01-01T00:00:00.000Z', to: null });
  env = {
    SHOUWEN_DATABASE_URL: house.databaseUrl,
    SHOUWEN_DATA_DIR: house.dataDir,
    SHOUWEN_SIP_PORT: '0',
    SHOUWEN_CAPTURE_ANNOUNCEMENT: 'A-12',
  };
  const programme: INestApplicationContext = await NestFactory.createApplicationContext(
    HandingOverModule.forRoot(parseEnv({ ...env, SHOUWEN_LOG_LEVEL: 'fatal' })),
    { logger: false },
  );
  ends.defer(() => programme.close());
  vault = programme.get(VaultService, { strict: false });
  capture = await CaptureProcess.start(env);
  env = { ...env, SHOUWEN_SIP_PORT: String(capture.port) };
  ends.defer(() => capture.end('SIGTERM'));
}, 120_000);
afterAll(() => ends.disposeAsync());

async function client(): Promise<RecordingClient> {
  const speakers = { customer: CUSTOMER, agent: AGENT.extension };
  return ends.adopt(await RecordingClient.open(capture.port, speakers, randomUUID()), (one) => one.close());
}

/** The call of the session that was handed over last, once its recording is sealed. */
async function sealed(sessions: number) {
  for (const deadline = Date.now() + patient(60_000); (await house.count('call')) < sessions; await house.nextCommit())
    if (Date.now() > deadline) throw new Error(`no call came of the session: ${capture.words}`);
  const { rows } = await house.database.query('select id from call order by created_at desc limit 1');
  const callId = String(rows[0].id);
  await house.reaches(callId, ['sealed', 'transcribed', 'scored', 'needs_attention']);
  const recordings = await house.database.query('select * from recording where call_id = $1', [callId]);
  expect(recordings.rows).toHaveLength(1);
  const recording = recordings.rows[0];
  const object = (await vault.find(recording.id, 'original'))!;
  const wave = await vault.readAll(object, { kind: 'system', job: 'split-recording' });
  const unheard = await house.database.query(
    'select from_ms, to_ms, reason from recording_unheard where recording_id = $1 order by from_ms',
    [recording.id],
  );
  return { call: await (await house.signIn('supervisor')).call(callId), recording, wave, unheard: unheard.rows };
}

/** One channel of a WAVE file of two. */
function channelOf(wave: Buffer, channel: number): Int16Array {
  const samples = Int16Array.from({ length: (wave.length - 44) / 4 }, (_, i) =>
    wave.readInt16LE(44 + i * 4 + channel * 2),
  );
  return samples.subarray(samples.findIndex((one) => one !== 0));
}

/** Which of the frames that were sent lie in a channel in their place, to the bit. What does not has to be silent. */
function framesIn(channel: Int16Array, sent: readonly Buffer[]): boolean[] {
  return sent.map((frame, number) => {
    const there = channel.subarray(number * FRAME, (number + 1) * FRAME);
    const same = Buffer.from(there.slice().buffer).equals(Buffer.from(decodeG711(frame, A_LAW).buffer));
    if (!same) expect([number, there.findIndex((one) => one !== 0)]).toEqual([number, -1]);
    return same;
  });
}

describe('a call that a recording client offers while it goes on', () => {
  it('is a call of its agent, with a sealed recording of both sides, to the bit', async () => {
    const caller = await client();
    const before = Date.now();
    await caller.invite();
    await caller.speak(2);
    expect(await caller.bye()).toBe(200);
    const { call, recording, wave, unheard } = await sealed(1);
    expect(call).toMatchObject({ direction: 'inbound' });
    expect(call.legs).toMatchObject([{ agent: { staffNumber: AGENT.staffNumber } }]);
    expect(recording).toMatchObject({ channels: 2, agent_channel: 'left', sample_rate: 8000, incomplete: false });
    expect(recording.began_at.getTime()).toBeGreaterThanOrEqual(before);
    expect(unheard).toEqual([]);
    for (const [channel, speaker] of [1, 0].entries()) {
      const there = framesIn(channelOf(wave, channel), caller.sent[speaker]!);
      expect(there.every(Boolean)).toBe(true);
    }
  });

  it('goes on at the same ports each time that the process was killed, as one recording without what came meanwhile', async () => {
    const caller = await client();
    await caller.invite();
    const kills: { at: number; backAt: number }[] = [];
    for (let n = 0; n < KILLS; n++) {
      await caller.speak(2);
      const at = caller.sent[0]!.length;
      // A client that stopped sending until the process is gone would be one whose clock stood still.
      await caller.speakThrough(capture.end('SIGKILL'));
      capture = await caller.speakThrough(CaptureProcess.start(env));
      kills.push({ at, backAt: caller.sent[0]!.length });
    }
    await caller.speak(2);
    expect(await caller.bye()).toBe(200);
    const { call, recording, wave, unheard } = await sealed(2);
    expect(call.legs).toMatchObject([{ agent: { staffNumber: AGENT.staffNumber } }]);
    expect(recording).toMatchObject({ channels: 2, agent_channel: 'left', incomplete: false });
    for (const [channel, speaker] of [1, 0].entries()) {
      const gaps = gapsIn(framesIn(channelOf(wave, channel), caller.sent[speaker]!));
      // One for each: what was not on the disk yet, and what came to no process. How long it is, and whether two touch, a loaded machine decides.
      expect(gaps.length).toBeLessThanOrEqual(KILLS);
      expect(gaps[0]!.from).toBeGreaterThan(0);
      expect(gaps[0]!.from).toBeLessThanOrEqual(kills[0]!.at);
      expect(gaps.at(-1)!.to).toBeLessThanOrEqual(kills.at(-1)!.backAt + 1);
    }
    expect(unheard.map(({ reason }) => reason)).toContain('restart');
  }, 600_000);
});

/** As the supervisor is told of the one call that goes on, once it is as wanted. */
async function goesOn(recording: LiveCall['recording']): Promise<LiveCall> {
  const supervisor = await house.signIn('supervisor');
  for (const deadline = Date.now() + patient(20_000); Date.now() < deadline; await delay(50)) {
    const { items } = await send<LiveCalls>(supervisor, 'GET', '/live-calls');
    const one = items.find((call) => call.recording === recording);
    if (one) return one;
  }
  throw new Error(`no call that goes on was ${recording}: ${capture.words}`);
}
const asked = async (act: string, body?: object) => {
  const [supervisor, { liveCallId }] = [await house.signIn('supervisor'), await goesOn(stateBefore[act]!)];
  await send(supervisor, 'POST', `/live-calls/${liveCallId}/${act}`, body);
};
const stateBefore: Record<string, LiveCall['recording']> = {
  ...{ pause: 'recording', resume: 'paused', consent: 'consent_pending' },
};

/** Without an announcement, consent is pending. */
async function startUnannounced(): Promise<void> {
  await capture.end('SIGTERM');
  const { SHOUWEN_CAPTURE_ANNOUNCEMENT: _, ...unannounced } = env;
  capture = await CaptureProcess.start(unannounced);
}
/** The product goes on, and a file may go as it is read. */
const holding = (forms: readonly Buffer[]): Promise<string[]> =>
  filesHolding(house.dataDir, forms).catch(() => holding(forms));

describe('what is said of a call while it goes on', () => {
  it('leaves out what was said in a pause, and goes on with the same recording', async () => {
    const caller = await client();
    await caller.invite();
    await caller.speak(1);
    await caller.speakThrough(asked('pause').then(() => goesOn('paused')));
    const pausedAt = caller.sent[0]!.length;
    await caller.speak(1);
    const stillPaused = caller.sent[0]!.length;
    await caller.speakThrough(asked('resume').then(() => goesOn('recording')));
    await caller.speak(1);
    expect(await caller.bye()).toBe(200);
    const { wave, unheard } = await sealed(3);
    const there = framesIn(channelOf(wave, 0), caller.sent[1]!);
    expect(there.slice(0, 20).every(Boolean)).toBe(true);
    expect(there.slice(pausedAt, stillPaused).some(Boolean)).toBe(false);
    expect(there.slice(-20).every(Boolean)).toBe(true);
    expect(unheard.map(({ reason }) => reason)).toContain('paused');
  }, 60_000);

  it('records from the key by which the customer consents, and keeps nothing of the key', async () => {
    const mark = 'KANARIE-7-GEDRUECKT';
    const signed = async (name: string) => {
      const one = await house.signIn(name);
      await send(one, 'POST', '/auth/step-up', { password: PASSWORD });
      return one;
    };
    const [first, second] = [await signed('legal'), await signed('legal2')];
    const { current } = await send<ConsentRulesView>(first, 'GET', '/consent/rules');
    const rules = { ...current.rules, keys: [{ line: 'siprec', yes: '7', no: '9' }] };
    await send(first, 'POST', '/consent/rules/trial', { rules, days: 7 });
    await send(first, 'PUT', '/consent/rules', { from: current.version, rules, reason: 'asked by the line' });
    await send(second, 'POST', '/consent/rules/decisions', { version: current.version + 1, decision: 'agreed' });
    await startUnannounced();

    const caller = await client();
    await caller.invite();
    await caller.speakThrough(goesOn('consent_pending'));
    caller.pressKey(7, mark);
    const unasked = caller.sent[0]!.length;
    await caller.speakThrough(goesOn('recording'));
    await caller.speak(1);
    expect(await caller.bye()).toBe(200);
    const { call, wave } = await sealed(4);
    expect(call.consent).toMatchObject({ state: 'given', evidenceKind: 'keypad', mayRecord: true });
    const channel = channelOf(wave, 0);
    const last = decodeG711(caller.sent[1]!.at(-1)!, A_LAW);
    expect(Buffer.from(channel.slice(-FRAME).buffer).equals(Buffer.from(last.buffer))).toBe(true);
    // A key stands alone for three seconds before it answers, and what was said until then is thrown away.
    expect(channel.length / FRAME).toBeLessThan(caller.sent[1]!.length - unasked - 2900 / 20);
    expect(wave.includes(mark)).toBe(false);
    expect(await holding(formsOf(mark))).toEqual([]);
  }, 90_000);

  it('keeps nothing from before consent, and of a call that is refused it nothing at all', async () => {
    await startUnannounced();
    const caller = await client();
    await caller.invite();
    await caller.speak(1);
    const unasked = caller.sent[0]!.length;
    await caller.speakThrough(asked('consent', { state: 'given', how: 'said' }).then(() => goesOn('recording')));
    await caller.speak(1);
    expect(await caller.bye()).toBe(200);
    const { wave } = await sealed(5);
    // The recording begins with the first frame after consent.
    const last = decodeG711(caller.sent[1]!.at(-1)!, A_LAW);
    const channel = channelOf(wave, 0);
    expect(Buffer.from(channel.slice(-FRAME).buffer).equals(Buffer.from(last.buffer))).toBe(true);
    expect(channel.length / FRAME).toBeLessThan(caller.sent[1]!.length - unasked + 1);

    const refusing = await client();
    await refusing.invite();
    await refusing.speakThrough(asked('consent', { state: 'refused', how: 'said' }).then(() => goesOn('refused')));
    await refusing.speak(0.5);
    expect(await refusing.bye()).toBe(200);
    for (const deadline = Date.now() + patient(30_000); (await house.count('call')) < 6; await house.nextCommit())
      if (Date.now() > deadline) throw new Error(`no call came of the refused session: ${capture.words}`);
    const { rows } = await house.database.query(
      `select stage, (select count(*)::int from recording where call_id = call.id) as recordings from call order by created_at desc limit 1`,
    );
    expect(rows).toEqual([{ stage: 'not_recorded', recordings: 0 }]);
  }, 90_000);
});

/** Where frames are missing: the first of them, and the first behind. */
function gapsIn(there: readonly boolean[]): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  for (const [at, is] of there.entries()) {
    if (is) continue;
    const last = gaps.at(-1);
    if (last?.to === at) last.to = at + 1;
    else gaps.push({ from: at, to: at + 1 });
  }
  return gaps;
}
