import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { type Problem, type UploadResult } from '#contracts';
import { Person } from '#people';
import { ENV, type Env } from '#platform';
import { synthWav } from '../fixtures/wav.js';
import { buildAccount, type TestAccount } from '../factories/accounts.js';
import { startTestApi, type TestApi } from '../factories/api.js';
import { buildOrganisation, type Organisation } from '../factories/organisation.js';

/** One second of sound on one channel. */
export const WAV = synthWav({ seconds: 1 });

/** The API with an agent to take calls and an account that may send them in. */
export class UploadDesk {
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly api: TestApi,
    readonly organisation: Organisation,
    private readonly cookie: string,
    private readonly staffNumber: string,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<UploadDesk> {
    const api = await startTestApi(settings);
    const organisation = await buildOrganisation(api.source);
    const { username } = await buildAccount(api.source, organisation, { role: 'administrator', teamId: null });
    const { staffNumber } = await api.source.manager.findOneByOrFail(Person, { id: organisation.first });
    return new UploadDesk(api, organisation, await api.signIn(username), staffNumber);
  }

  get env(): Env {
    return this.api.app.get<Env>(ENV);
  }

  /** An announced inbound call, unless `change` says otherwise. */
  metadata(change: object = {}) {
    return {
      source: 'test',
      externalId: randomUUID(),
      direction: 'inbound',
      startedAt: '2026-03-12T14:02:00+08:00',
      language: 'zh',
      region: 'CN',
      consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
      legs: [{ staffNumber: this.staffNumber }],
      ...change,
    };
  }

  async send(parts: [string, string | Buffer][], cookie = this.cookie) {
    const form = new FormData();
    for (const [name, value] of parts) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, new Blob([new Uint8Array(value)]), 'call.wav');
    }
    const answer = await fetch(`${this.api.baseUrl}/api/v1/calls`, { method: 'POST', body: form, headers: { cookie } });
    return { status: answer.status, body: (await answer.json()) as UploadResult & Problem };
  }

  /** Asks in the name of an account, which signs in with its first question. @param path below `/api/v1/` */
  async ask<T>(
    { username }: Pick<TestAccount, 'username'>,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> {
    const cookie = this.cookies.get(username) ?? (await this.api.signIn(username));
    this.cookies.set(username, cookie);
    const answer = await fetch(`${this.api.baseUrl}/api/v1/${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  /** From now on the account asks with a session that has just proved who it is. */
  async prove({ username }: Pick<TestAccount, 'username'>): Promise<void> {
    this.cookies.set(username, await this.api.signInProved(username));
  }

  upload(about: object, audio = WAV) {
    return this.send([
      ['metadata', JSON.stringify(about)],
      ['audio', audio],
    ]);
  }

  /** The start of a raw HTTP request for an upload, up to its `content-length`. */
  requestHead(boundary: string): string {
    const { host } = new URL(this.api.baseUrl);
    return `POST /api/v1/calls HTTP/1.1\r\nhost: ${host}\r\ncookie: ${this.cookie}\r\ncontent-type: multipart/form-data; boundary=${boundary}\r\n`;
  }

  /** Everything in the object store and the key store, tombstones of keys apart: what a refused upload must not change. */
  async stored(): Promise<string[]> {
    const { objectDir, keyDir } = this.env;
    const lists = await Promise.all(
      [objectDir, keyDir].map((dir) => readdir(dir, { recursive: true }).catch(() => [])),
    );
    const writes: { object_id: string }[] = await this.api.source.query('select object_id from object_write');
    const files = lists.flat().filter((name) => /[0-9a-f-]{36}(?!.*destroyed)/.test(name));
    return [...files, ...writes.map(({ object_id }) => `write ${object_id}`)].sort();
  }
}
