import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, WorkService } from '#platform';
import { isCounted, Recording, SealRecordingService, type SoundCodec, VaultService } from '#recordings';
import { type MixedFile, mixedFolder } from '../../../../../test/fixtures/mixed-folder.js';
import { UploadDesk } from '../../../../../test/support/upload-desk.js';

let desk: UploadDesk;
let dir: string;
let files: MixedFile[];

beforeAll(async () => {
  desk = await UploadDesk.open();
  dir = await mkdtemp(join(tmpdir(), 'mixed-'));
  files = await mixedFolder(join(dir, 'calls'));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
  await desk.api.stop();
});

async function send({ path, channels }: MixedFile) {
  return desk.upload(desk.metadata(channels === 2 ? { agentChannel: 'left' } : {}), await readFile(path));
}

/** As the worker does it. @returns the reason for which it was given up, if it was */
async function seal(recordingId: string): Promise<string | undefined> {
  const { source, app } = desk.api;
  const work = new WorkService(source);
  const workId = (await source.transaction((tx) => work.open(tx, 'seal-recording', recordingId))) ?? '';
  const lease = await work.claim(workId);
  if (!lease) throw new Error('no other worker may hold it');
  const { signal } = new AbortController();
  const sealing = app.get(SealRecordingService).seal(recordingId, { lease, signal });
  return sealing.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );
}

it('every file of a mixed folder comes to the end that is expected of it, in words, and leaves nothing when it is refused', async () => {
  for (const file of files.filter(({ expect: { status } }) => status !== 201)) {
    const before = await desk.stored();
    const { status, body } = await send(file);
    expect({ name: file.name, status, code: body.code }).toEqual({ name: file.name, ...file.expect });
    expect(body.detail.zh).toMatch(/\p{Script=Han}{4}/u);
    expect(body.detail.en).toMatch(/\w+ \w+ \w+/);
    expect(await desk.stored()).toEqual(before);
  }
});

it('every recording among them is sealed as long as it plays, with waveform, rendition and findings, or says why not', async () => {
  const vault = desk.api.app.get(VaultService);
  for (const { name, expect: end, ...file } of files.filter(({ expect: { status } }) => status === 201)) {
    const { status, body } = await send({ name, expect: end, ...file });
    const recordingId = body.recordingId ?? '';
    const reason = await seal(recordingId);
    const row = await desk.api.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const { incomplete, durationMs, soundChecks, codec } = row;
    const findings = soundChecks?.findings.map(({ finding }) => finding);
    const custody = end.stage === 'sealed' ? 'sealed' : 'captured';
    expect({ name, status, reason, custody: row.custody, incomplete, findings }).toEqual({
      ...{ name, status: end.status, reason: end.reason, custody, incomplete: end.incomplete ?? false },
      findings: end.findings ?? findings,
    });
    const made = await Promise.all([vault.find(recordingId, 'peaks'), vault.find(recordingId, 'rendition')]);
    expect(made.map((object) => object !== null)).toEqual(Array(2).fill(custody === 'sealed'));
    // What the answer said of its length was true, or left open.
    if (isCounted(codec as SoundCodec)) expect(Math.abs((body.durationMs ?? 0) - durationMs)).toBeLessThan(140);
    else expect(body.durationMs).toBeNull();
  }
});
