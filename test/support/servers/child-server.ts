import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface ServerProgramme {
  /** Debian's package, named where it is missing. */
  package: string;
  path: string;
  /** The name it is called by, where that decides what it does. */
  argv0?: string;
  args: string[];
  port: number;
  cwd: string;
  /** In the machine's own time, also where a test moves the clock of everything else. */
  machineTime?: true;
}

/** Lengthened as `tools/patience.mjs` says, without loading it: the day's programme is bundled with this file. */
const UP_WITHIN_MS = 30_000 * Number(process.env['SHOUWEN_TEST_SLOWNESS'] ?? 1);

/** A server of the tests: ours to start and to end, and ended by the system when we are killed. */
export class ChildServer {
  private constructor(private readonly child: ChildProcess) {}

  /** @throws with what to install, or with what the server said */
  static async start(programme: ServerProgramme): Promise<ChildServer> {
    await access(programme.path, constants.X_OK).catch(() => {
      throw new Error(
        `${programme.path} is missing. Install it: apt-get install --no-install-recommends ${programme.package}`,
      );
    });
    const { argv0 = programme.path, args, cwd, port, machineTime } = programme;
    // The first argument of `exec -a` is what the programme takes for its name; setpriv has it ended with us.
    const script = `exec -a "$0" "$@"`;
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'bash', '-c', script, argv0, programme.path, ...args], {
      cwd,
      env: machineTime ? { ...process.env, LD_PRELOAD: '' } : process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
    for (const deadline = Date.now() + UP_WITHIN_MS; Date.now() < deadline; await delay(20)) {
      if (child.exitCode !== null) throw new Error(`${argv0} ended with ${child.exitCode}:\n${said}`);
      if (await answers(port)) return new ChildServer(child);
    }
    child.kill('SIGKILL');
    throw new Error(`${argv0} did not come up within ${UP_WITHIN_MS / 1000} s:\n${said}`);
  }

  /** @param signal SIGKILL for a crash */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(patience);
  }
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
