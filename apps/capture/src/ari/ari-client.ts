import { type Logger } from '#platform';
import { Faults } from '../faults.js';
import { type AriBridge, type AriChannel, type AriEvent } from './ari-calls.rules.js';

/** Our name as a Stasis application; what we make at the Asterisk begins with it. */
export const ARI_APP = 'shouwen';
const [ANSWER_MS, AGAIN_MS, LIST_MS] = [5_000, 2_000, 10_000];

export interface AriAccess {
  /** `http://pbx:8088/ari` */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export interface AriListener {
  /** @returns whether what a list says may be older than it */
  event(event: AriEvent): boolean;
  /** All that is there, as the connection is opened and every ten seconds. */
  listed(channels: readonly AriChannel[], bridges: readonly AriBridge[]): void;
}

/** The Asterisk did not answer, or refused. */
export class AriRefused extends Error {}

/** The REST interface of an Asterisk and its events. A connection that is lost is made again. */
export class AriClient {
  readonly #headers: { authorization: string };
  #socket: WebSocket | null = null;
  #timer: NodeJS.Timeout | undefined;
  #listing: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #faults: Faults;

  constructor(
    private readonly access: AriAccess,
    private readonly logger: Logger,
  ) {
    const { user, password } = access;
    this.#faults = new Faults((err, doing) => logger.error({ err, doing }, 'it is left out, and what follows is read'));
    this.#headers = { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  }

  /** @throws {AriRefused} of what was sent neither query nor answer is told: numbers and digits may be among it */
  async request(method: string, path: string, query: Record<string, string> = {}): Promise<unknown> {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const asked = `${this.access.url}${path}?${new URLSearchParams(query)}`;
    const answer = await fetch(asked, { method, headers: this.#headers, signal });
    const text = await answer.text();
    if (!answer.ok) throw new AriRefused(`${method} of Asterisk's REST interface: ${answer.status}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  }

  listen(listener: AriListener): void {
    const at = `${this.access.url.replace(/^http/, 'ws')}/events?app=${ARI_APP}&subscribeAll=true`;
    const socket = new WebSocket(at, { headers: this.#headers });
    this.#socket = socket;
    let [events, listed] = [0, false];
    const list = async (): Promise<void> => {
      const before = events;
      const [channels, bridges] = await Promise.all([
        this.request('GET', '/channels'),
        this.request('GET', '/bridges'),
      ]);
      if (this.#closed || socket !== this.#socket) return;
      // What came meanwhile may be newer than the lists.
      if (events !== before) return listed ? undefined : list();
      listed = true;
      listener.listed(channels as AriChannel[], bridges as AriBridge[]);
    };
    const listAgain = () =>
      void list().catch((error: unknown) => {
        this.logger.error({ err: error }, 'the channels of the Asterisk could not be read');
        // Events may be missing as well: both begin from the beginning.
        socket.close();
      });
    socket.addEventListener('open', () => {
      this.logger.info('listening to the events of an Asterisk');
      listAgain();
      this.#listing = setInterval(listAgain, LIST_MS);
    });
    socket.addEventListener('message', ({ data }) =>
      this.#faults.survive('an event of the Asterisk', () => {
        if (listener.event(JSON.parse(String(data)) as AriEvent)) events += 1;
      }),
    );
    socket.addEventListener('error', () => this.logger.error('the events of the Asterisk cannot be had'));
    socket.addEventListener('close', () => {
      clearInterval(this.#listing);
      if (!this.#closed) this.#timer = setTimeout(() => this.listen(listener), AGAIN_MS);
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#listing);
    this.#socket?.close();
  }
}
