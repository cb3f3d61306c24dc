import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type LongWav } from './long-wav.js';
import { send } from './send.js';

/** The baseline of ingest: the same bytes, put to a bare server that writes and syncs them. */
export class RawPut {
  private constructor(
    private readonly server: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(folder: string): Promise<RawPut> {
    const entry = join(import.meta.dirname, 'raw-put-server.js');
    const server = spawn(process.execPath, [entry, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(server.stdout!, 'data')) as [Buffer];
    return new RawPut(server, `http://127.0.0.1:${port.toString().trim()}/`);
  }

  /** @returns seconds */
  async put(wav: LongWav): Promise<number> {
    const headers = { 'content-type': 'audio/wav', 'content-length': wav.bytes };
    return (await send({ url: this.url, method: 'PUT', headers, body: wav.chunks() })).seconds;
  }

  async stop(): Promise<void> {
    const gone = once(this.server, 'exit');
    this.server.kill();
    await gone;
  }
}
