import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CHECKOUT } from './checkout.js';

interface Handled {
  handled: string;
  type: string;
  data: Record<string, unknown>;
}

/** `docs/examples/webhook-receiver.mjs`, running as a customer would run it. */
export class SampleReceiver {
  readonly handled: Handled[] = [];
  private waiting: (() => void)[] = [];

  private constructor(private readonly child: ChildProcess) {}

  static async start(on: { secret: string; port: number; inbox: string }): Promise<SampleReceiver> {
    const env = { WEBHOOK_SECRET: on.secret, PORT: String(on.port), HOST: '127.0.0.1', INBOX: on.inbox };
    const child = spawn(process.execPath, [join(CHECKOUT, 'docs/examples/webhook-receiver.mjs')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const sample = new SampleReceiver(child);
    await sample.read();
    return sample;
  }

  /** Resolves with the line that says that it listens. */
  private read(): Promise<void> {
    return new Promise((listening, failed) => {
      this.child.once('exit', (code) => failed(new Error(`the receiver ended with ${code}`)));
      createInterface({ input: this.child.stdout! }).on('line', (line) => {
        const said = JSON.parse(line) as Handled | { listening: number };
        if ('listening' in said) return listening();
        this.handled.push(said);
        this.waiting.splice(0).forEach((wake) => wake());
      });
    });
  }

  async until(fits: (handled: Handled[]) => boolean): Promise<void> {
    while (!fits(this.handled)) await new Promise<void>((wake) => this.waiting.push(wake));
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill();
    await once(this.child, 'exit');
  }
}
