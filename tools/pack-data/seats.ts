import { setTimeout as delay } from 'node:timers/promises';
import { type PeopleList } from '#contracts';
import { ApiClient } from '../demo/api-client.js';

const WITHIN_MS = 5 * 60_000;
const JSON_HEADERS = { 'content-type': 'application/json' };

/** The people of the demonstration, each signed in once, when they are first needed. */
export class Seats {
  private readonly taken = new Map<string, Promise<ApiClient>>();

  constructor(
    private readonly baseUrl: string,
    private readonly password: string,
  ) {}

  as(name: string): Promise<ApiClient> {
    const seat = this.taken.get(name) ?? ApiClient.signIn(this.baseUrl, name, this.password);
    this.taken.set(name, seat);
    return seat;
  }

  /** @throws with the server's own words unless it is a 2xx */
  async send<T = unknown>(name: string, path: string, body: object = {}, method = 'POST'): Promise<T> {
    const answer = await (
      await this.as(name)
    ).request(`/api/v1${path}`, { method, body: JSON.stringify(body), headers: JSON_HEADERS });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${name}, ${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  async read<T>(name: string, path: string): Promise<T> {
    return (await (await this.as(name)).json(`/api/v1${path}`)) as T;
  }

  async personOf(staffNumber: string): Promise<string> {
    const { items } = await this.read<PeopleList>('admin', '/people?limit=100');
    const person = items.find((one) => one.staffNumber === staffNumber);
    if (!person) throw new Error(`no person has the staff number ${staffNumber}`);
    return person.personId;
  }

  /** A fresh proof of who they are; it holds for five minutes. */
  async prove(...names: string[]): Promise<void> {
    for (const name of names) await this.send(name, '/auth/step-up', { password: this.password });
  }
}

/** Asks until there is an answer. @throws when it takes longer than a small installation ever would */
export async function found<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + WITHIN_MS; Date.now() < deadline; await delay(200)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`${what}: not in time`);
}
