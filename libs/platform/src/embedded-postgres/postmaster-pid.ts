import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '../process/end-in-time.js';
import { judgePostmaster, type PostmasterVerdict } from './postmaster.rules.js';
import { readProcessFacts } from './process-facts.js';

const POLL_MS = 50;
const FAST_SHUTDOWN_MS = 30_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;

/**
 * Makes sure that no postmaster runs on the cluster: removes a pid file left by a dead one, and shuts down a live one whose launcher has died.
 *
 * @throws when a postmaster with a living launcher holds the cluster; the message names its pid.
 */
export async function releaseCluster(clusterDir: string): Promise<void> {
  const holder = await findHolder(clusterDir);
  if (!holder) return;
  if (holder.verdict === 'in-use') {
    throw new CannotStart(
      `PostgreSQL already runs on ${clusterDir} as process ${holder.pid}: end the programme that started it, or choose another data folder.`,
    );
  }
  if (holder.verdict === 'orphan') await shutDown(holder.pid, clusterDir);
  await rm(join(clusterDir, 'postmaster.pid'), { force: true });
}

/** Shuts down the server under `dataDir` if its launcher has died. Returns whether the directory is free now. */
export async function stopOrphanedPostgres(dataDir: string): Promise<boolean> {
  const clusterDir = join(dataDir, 'cluster');
  const holder = await findHolder(clusterDir);
  if (holder?.verdict === 'in-use') return false;
  await releaseCluster(clusterDir);
  return true;
}

async function findHolder(clusterDir: string): Promise<{ pid: number; verdict: PostmasterVerdict } | undefined> {
  const content = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (content === undefined) return undefined;
  const pid = Number.parseInt(content, 10);
  // A stand-alone backend writes its pid negated; a crash can leave the file empty, which names no process.
  if (!Number.isSafeInteger(pid) || pid === 0) return { pid: 0, verdict: 'stale' };
  const facts = await readProcessFacts(Math.abs(pid));
  return { pid: Math.abs(pid), verdict: judgePostmaster(facts, await realpath(clusterDir)) };
}

async function shutDown(pid: number, clusterDir: string): Promise<void> {
  process.kill(pid, 'SIGINT');
  if (await isGone(pid, clusterDir, FAST_SHUTDOWN_MS)) return;
  process.kill(pid, 'SIGQUIT');
  if (await isGone(pid, clusterDir, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new CannotStart(
    `PostgreSQL process ${pid}, left behind on ${clusterDir}, does not end: end it with kill -QUIT ${pid}, then start again.`,
  );
}

// Not our child, so there is no exit event to wait for.
async function isGone(pid: number, clusterDir: string, withinMs: number): Promise<boolean> {
  const realClusterDir = await realpath(clusterDir);
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await delay(POLL_MS)) {
    if (judgePostmaster(await readProcessFacts(pid), realClusterDir) === 'stale') return true;
  }
  return false;
}
