import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inheritedCompiled } from '../../tools/profile/inherited-clock.rules.js';
import { CHECKOUT } from './checkout.js';
import { patient } from '../../tools/patience.mjs';

const READY_MS = patient(60_000);

/** The built process that takes calls as they happen, with its own that hands over, as `npm run capture` runs it. */
export class CaptureProcess {
  private said = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.ended = once(child, 'exit');
  }

  static async start(env: Record<string, string>): Promise<CaptureProcess> {
    const child = spawn(process.execPath, [join(CHECKOUT, 'dist/apps/capture/src/main.js')], {
      // To measure how many calls are heard takes half a minute of the machine: for those alone that ask.
      env: { PATH: process.env['PATH'] ?? '', ...inheritedCompiled(process.env), SHOUWEN_LIVE_WORDS: 'off', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const capture = new CaptureProcess(child);
    await capture.says('capture ready');
    return capture;
  }

  get words(): string {
    return this.said;
  }

  /** Where it takes SIP. */
  get port(): number {
    return Number(/"udp":(\d+)/.exec(this.said)?.[1]);
  }

  /** @throws with all it said, when it ends first or says it never */
  async says(words: string): Promise<void> {
    for (const deadline = Date.now() + READY_MS; !this.said.includes(words); await delay(25))
      if (this.child.exitCode !== null || Date.now() > deadline)
        throw new Error(`capture never said "${words}": ${this.said}`);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}
