import { meSchema } from '#contracts';

/** An unexpected answer, in the words of the person who got it. */
export interface Unexpected {
  at: Date;
  who: string;
  what: string;
}

/** Keeps what the product answered over the whole day: how much, and all that was not as it should be. */
export class Answers {
  readonly unexpected: Unexpected[] = [];
  count = 0;

  add(): void {
    this.count += 1;
  }

  complain(who: string, what: string): void {
    this.unexpected.push({ at: new Date(), who, what });
  }
}

export interface Asked {
  body?: unknown;
  /** What the answer has to be; any 2xx by default. */
  expect?: number;
  /** Proves its identity before it asks. */
  prove?: true;
}

/** Where a person works: signs in when a session is over, and says what the product answered when it was not what it should be. */
export class Seat {
  private cookie = '';

  constructor(
    readonly username: string,
    private password: string,
    private readonly baseUrl: () => string,
    private readonly answers: Answers,
  ) {}

  get signedInCookie(): string {
    return this.cookie;
  }

  get knownPassword(): string {
    return this.password;
  }

  usePassword(password: string): void {
    [this.password, this.cookie] = [password, ''];
  }

  async signIn(): Promise<void> {
    const body = JSON.stringify({ username: this.username, password: this.password });
    const answer = await this.fetch('/api/v1/auth/login', { method: 'POST', body, headers: JSON_BODY });
    if (!answer.ok) throw new Error(`${this.username} could not sign in: ${answer.status} ${await answer.text()}`);
    this.cookie = answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  }

  async me() {
    return meSchema.parse(await this.ask('GET', '/auth/me'));
  }

  async signOut(): Promise<void> {
    await this.ask('POST', '/auth/logout');
    this.cookie = '';
  }

  /** @throws with the product's own words unless the answer is the expected one */
  async ask<T = unknown>(method: string, path: string, { body, expect, prove }: Asked = {}): Promise<T> {
    if (prove) await this.ask('POST', '/auth/step-up', { body: { password: this.password } });
    const answer = await this.request(`/api/v1${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: JSON_BODY }),
    });
    const text = await answer.text();
    const asExpected = expect === undefined ? answer.ok : answer.status === expect;
    if (!asExpected) throw new Error(`${method} ${path} as ${this.username}: ${answer.status} ${text.slice(0, 400)}`);
    return (/json/.test(answer.headers.get('content-type') ?? '') && text ? JSON.parse(text) : text) as T;
  }

  /** Signed in, by a new session where the old one is over. */
  async request(path: string, init: Init = {}): Promise<Response> {
    if (this.cookie === '') await this.signIn();
    const once = () => this.fetch(path, { ...init, headers: { ...init.headers, cookie: this.cookie } });
    const answer = await once();
    if (answer.status !== 401) return answer;
    await answer.body?.cancel();
    await this.signIn();
    return once();
  }

  private async fetch(path: string, init: Init): Promise<Response> {
    // A connection that was kept open is as old as the jumps in between.
    const headers = { ...init.headers, connection: 'close' };
    this.answers.add();
    const answer = await fetch(`${this.baseUrl()}${path}`, { ...init, headers });
    if (answer.status >= 500)
      this.answers.complain(this.username, `${init.method ?? 'GET'} ${path} was answered ${answer.status}`);
    return answer;
  }
}

type Init = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };
const JSON_BODY = { 'content-type': 'application/json' };
