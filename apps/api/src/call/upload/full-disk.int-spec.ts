import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProcessingBoard } from '#contracts';
import { buildAccount } from '../../../../../test/factories/accounts.js';
import { synthWav } from '../../../../../test/fixtures/wav.js';
import { UploadDesk } from '../../../../../test/support/upload-desk.js';

const MB = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'shouwen-full-'));
/** A real disk of 40 MB; only root may mount one. */
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=40000000', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const onASmallDisk = mounted ? it : it.skip;
if (!mounted) process.stderr.write('Skipped: a full disk needs the right to mount one (root).\n');

let desk: UploadDesk;
beforeAll(async () => {
  if (!mounted) return;
  desk = await UploadDesk.open({
    SHOUWEN_OBJECT_DIR: join(folder, 'objects'),
    SHOUWEN_KEY_DIR: join(folder, 'keys'),
    SHOUWEN_DISK_WARN_MEGABYTES: '20',
    SHOUWEN_DISK_REFUSE_MEGABYTES: '10',
  });
});
afterAll(async () => {
  await desk?.api.stop();
  if (mounted) execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
});

const ballast = join(folder, 'ballast');
/** Fills the disk until so much is left. */
async function leaves(bytes: number): Promise<void> {
  await rm(ballast, { force: true });
  const { bavail, bsize } = await statfs(folder);
  await writeFile(ballast, Buffer.alloc(bavail * bsize - bytes));
}
const calls = async () => (await desk.api.source.query('select count(*)::int as n from call'))[0].n as number;
const board = async () => {
  const { username } = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  const headers = { cookie: await desk.api.signIn(username) };
  const answer = await fetch(`${desk.api.baseUrl}/api/v1/processing`, { headers });
  return ((await answer.json()) as ProcessingBoard).parts.disk;
};
const metrics = async () => (await fetch(`${desk.api.baseUrl}/metrics`)).text();

onASmallDisk('a disk that fills is warned of, then nothing is taken, and when there is room it goes on', async () => {
  expect((await desk.upload(desk.metadata())).status).toBe(201);
  await leaves(15 * MB);
  expect(await board()).toMatchObject({ ok: true, warning: { en: expect.stringContaining('filling up') } });
  expect((await desk.upload(desk.metadata())).status).toBe(201);
  // It would fit, and leave too little.
  expect((await desk.upload(desk.metadata(), synthWav({ seconds: 400 }))).status).toBe(507);

  await leaves(9 * MB);
  const [stored, known] = [await desk.stored(), await calls()];
  const refused = await desk.upload(desk.metadata());
  expect(refused).toMatchObject({ status: 507, body: { code: 'disk_full', fault: 'storage' } });
  expect([await desk.stored(), await calls()]).toEqual([stored, known]);
  expect((await board()).ok).toBe(false);
  expect(await metrics()).toContain('shouwen_uploads_refused 1');

  await rm(ballast);
  expect((await desk.upload(desk.metadata())).status).toBe(201);
  expect(await board()).toMatchObject({ ok: true, warning: null });
  expect(await metrics()).toContain('shouwen_uploads_refused 0');
});

onASmallDisk('a disk that is full in the midst of a write leaves no half object, no key and no call', async () => {
  const { disk } = desk.env;
  const was = { ...disk };
  Object.assign(disk, { refuseBytes: 0 });
  const sound = synthWav({ seconds: 200 });
  for (const room of [2 * MB, 0]) {
    await leaves(room);
    const [stored, known] = [await desk.stored(), await calls()];
    expect(sound.length).toBeGreaterThan(room);
    expect(await desk.upload(desk.metadata(), sound)).toMatchObject({ status: 507, body: { code: 'disk_full' } });
    expect([await desk.stored(), await calls()]).toEqual([stored, known]);
    expect(await readdir(join(folder, 'objects/.writing'))).toEqual([]);
  }
  await rm(ballast);
  Object.assign(disk, was);
  expect((await desk.upload(desk.metadata(), sound)).status).toBe(201);
});
