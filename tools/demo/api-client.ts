import { readFile } from 'node:fs/promises';
import {
  callDetailSchema,
  scorecardListSchema,
  uploadResultSchema,
  type CallDetail,
  type ScorecardView,
  type UploadMetadata,
  type UploadResult,
} from '#contracts';

/** The product's HTTP API as one signed-in account. */
export class ApiClient {
  private constructor(
    readonly baseUrl: string,
    public cookie: string,
  ) {}

  /** @throws with the server's own words when the sign-in is refused */
  static async signIn(baseUrl: string, username: string, password: string): Promise<ApiClient> {
    const answer = await fetch(`${baseUrl}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!answer.ok) throw new Error(`signing in as ${username}: ${answer.status} ${await answer.text()}`);
    return new ApiClient(baseUrl, cookieOf(answer));
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(`${this.baseUrl}${path}`, {
      ...init,
      headers: { ...init.headers, cookie: this.cookie },
    });
    // A session has another cookie once its second factor was given.
    this.cookie = cookieOf(answer) || this.cookie;
    return answer;
  }

  async upload(
    metadata: UploadMetadata | object,
    audio: Blob | string,
    words?: Blob | string | null,
  ): Promise<Response> {
    const form = new FormData();
    form.append('metadata', JSON.stringify(metadata));
    form.append('audio', await blobOf(audio), 'call.wav');
    if (words) form.append('transcript', await blobOf(words), 'words');
    return this.request('/api/v1/calls', { method: 'POST', body: form });
  }

  async take(metadata: UploadMetadata, audio: Blob | string, words?: Blob | string | null): Promise<UploadResult> {
    const answer = await this.upload(metadata, audio, words);
    if (!answer.ok) throw new Error(`uploading ${metadata.externalId}: ${answer.status} ${await answer.text()}`);
    return uploadResultSchema.parse(await answer.json());
  }

  async call(callId: string): Promise<CallDetail> {
    return callDetailSchema.parse(await this.json(`/api/v1/calls/${callId}`));
  }

  async scorecards(callId: string): Promise<ScorecardView[]> {
    return scorecardListSchema.parse(await this.json(`/api/v1/calls/${callId}/scorecards`)).scorecards;
  }

  /** @throws RefusedError with the server's own words */
  async send(method: 'POST' | 'PUT', path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const answer = await this.request(path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new RefusedError(answer.status, `${path}: ${answer.status} ${await answer.text()}`);
  }

  /** @throws RefusedError with the server's own words */
  async sendFile(path: string, text: string): Promise<void> {
    const body = new FormData();
    body.append('file', new Blob([text]));
    const answer = await this.request(path, { method: 'POST', body });
    if (!answer.ok) throw new RefusedError(answer.status, `${path}: ${answer.status} ${await answer.text()}`);
  }

  async json(path: string): Promise<unknown> {
    const answer = await this.request(path);
    if (!answer.ok) throw new RefusedError(answer.status, `${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}

/** The server answered, and refused; the message has its own words. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');

const blobOf = async (part: Blob | string): Promise<Blob> =>
  typeof part === 'string' ? new Blob([new Uint8Array(await readFile(part))]) : part;
