import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#platform';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * What tells a process from every other that ever had its id: when it began, of which run of the machine.
 *
 * @returns undefined when no such process lives; a zombie does not
 */
async function processIdentity(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return startedByPs(pid);
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // After the command in brackets, which may itself hold blanks: state, …, and as the 20th of them the start in ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ['Z', 'X'].includes(fields[0] ?? '') ? undefined : `${boot.trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

async function startedByPs(pid: number): Promise<string | undefined> {
  const answer = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]).catch(() => undefined);
  const [state = 'Z', ...began] = answer?.stdout.trim().split(/\s+/) ?? [];
  return state.startsWith('Z') ? undefined : began.join(' ');
}

/** What a process that lost its launcher has to end in order, and a little more. */
const ENDS_BY_ITSELF_MS = 10_000;
const KILLED_MS = 3_000;
const POLL_MS = 50;

/** Notes which process runs, so that a later launcher knows it for ours. Best effort: without it only the port tells. */
export async function noteRunning(path: string, pid: number): Promise<void> {
  const identity = await processIdentity(pid);
  if (identity === undefined) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify({ pid, identity }), { mode: 0o600 });
}

const addressFile = (dataDir: string): string => join(dataDir, 'run/address.json');

/** Notes where browsers find what runs here: commands beside it are not given its settings. */
export async function noteAddress(dataDir: string, publicUrl: string): Promise<void> {
  await mkdir(join(dataDir, 'run'), { recursive: true, mode: 0o700 });
  await writeFile(addressFile(dataDir), JSON.stringify({ publicUrl }), { mode: 0o600 });
}

/** @returns undefined where nothing was started, or by a release that noted no address */
export async function notedAddress(dataDir: string): Promise<string | undefined> {
  const text = await readFile(addressFile(dataDir), 'utf8').catch(() => '{}');
  const { publicUrl } = JSON.parse(text) as { publicUrl?: string };
  return publicUrl;
}

export const noteEnded = (path: string): void => rmSync(path, { force: true });

/**
 * Ends what a launcher that was killed left behind. Only processes that it noted itself, and only while they are the same processes:
 * another process that has the id since is left alone.
 *
 * @throws CannotStart when one does not end
 */
export async function endLeftBehind(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.map((name) => endOne(join(folder, name))));
}

async function endOne(path: string): Promise<void> {
  const { pid, identity } = await noted(path);
  const isThere = async () => pid > 1 && identity !== '' && (await processIdentity(pid)) === identity;
  if (await isThere()) {
    // They end by themselves when their launcher is gone, in order.
    if (!(await goes(isThere, ENDS_BY_ITSELF_MS))) process.kill(pid, 'SIGKILL');
    if (!(await goes(isThere, KILLED_MS)))
      throw new CannotStart(
        `Process ${pid}, left behind by an earlier start, does not end: end it with kill -9 ${pid}, then start again.`,
      );
  }
  await rm(path, { force: true });
}

async function goes(isThere: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await delay(POLL_MS))
    if (!(await isThere())) return true;
  return !(await isThere());
}

async function noted(path: string): Promise<{ pid: number; identity: string }> {
  try {
    const { pid, identity } = JSON.parse(await readFile(path, 'utf8')) as { pid: unknown; identity: unknown };
    return { pid: Number(pid), identity: String(identity) };
  } catch {
    // Cut short while it was written.
    return { pid: 0, identity: '' };
  }
}
