import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type ProcessFacts } from './postmaster.rules.js';

const run = promisify(execFile);

/** Asks the operating system about a process; `undefined` when there is none with that id. */
export function readProcessFacts(pid: number): Promise<ProcessFacts | undefined> {
  return process.platform === 'linux' ? fromProcFileSystem(pid) : fromPs(pid);
}

// A bare Debian has no `ps`, and `kill(pid, 0)` also succeeds on a zombie.
async function fromProcFileSystem(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const [stat, cmdline, cwd] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    ]);
    // The second field is the command in brackets and may itself hold brackets and blanks.
    const [state = '', parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parentPid: Number(parentPid), args: cmdline.split('\0').slice(0, -1), cwd };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

async function fromPs(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const { stdout } = await run('ps', ['-ww', '-o', 'stat=,ppid=,args=', '-p', String(pid)]);
    const [state = '', parentPid, ...args] = stdout.trim().split(/\s+/);
    return { state, parentPid: Number(parentPid), args };
  } catch (error) {
    if ((error as { code?: unknown }).code === 1) return undefined;
    throw error;
  }
}
