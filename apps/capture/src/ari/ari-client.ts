import { WebSocket } from 'ws';
import { type Logger } from '#platform';
import { Faults } from '../faults.js';
import { ARI_APP, type AriBridge, type AriChannel, type AriEvent } from './ari-calls.rules.js';

const [ANSWER_MS, AGAIN_MS, LIST_MS] = [5_000, 2_000, 10_000];

export interface AriAccess {
  /** `http://pbx:8088/ari` */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export interface AriListener {
  event(event: AriEvent): void;
  /** All that is there, as the connection is opened and every ten seconds. @param meanwhile events since it was asked for: it may be older */
  listed(channels: readonly AriChannel[], bridges: readonly AriBridge[], meanwhile: readonly AriEvent[]): void;
}

/** The Asterisk did not answer, or refused, or said what cannot be read. */
export class AriRefused extends Error {}

/** @throws {AriRefused} without the text: what JSON.parse throws quotes it */
function read(text: string, doing: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    throw new AriRefused(`${doing}: what came is no JSON`);
  }
}

const kindOf = (error: unknown): string =>
  error instanceof Error ? ((error.cause as { code?: string } | undefined)?.code ?? error.name) : 'unknown';

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
    const doing = `${method} of Asterisk's REST interface`;
    const signal = AbortSignal.timeout(ANSWER_MS);
    const asked = `${this.access.url}${path}?${new URLSearchParams(query)}`;
    const [answer, text] = await fetch(asked, { method, headers: this.#headers, signal })
      .then(async (one) => [one, await one.text()] as const)
      .catch((error: unknown) => {
        throw new AriRefused(`${doing}: ${kindOf(error)}`);
      });
    if (!answer.ok) throw new AriRefused(`${doing}: ${answer.status}`);
    return read(text, doing);
  }

  listen(listener: AriListener): void {
    const at = `${this.access.url.replace(/^http/, 'ws')}/events?app=${ARI_APP}&subscribeAll=true`;
    const socket = new WebSocket(at, { headers: this.#headers, handshakeTimeout: ANSWER_MS });
    this.#socket = socket;
    let meanwhile: AriEvent[] = [];
    const list = async (): Promise<void> => {
      meanwhile = [];
      const [channels, bridges] = await Promise.all([
        this.request('GET', '/channels'),
        this.request('GET', '/bridges'),
      ]);
      if (this.#closed || socket !== this.#socket) return;
      listener.listed(channels as AriChannel[], bridges as AriBridge[], meanwhile);
    };
    const listAgain = () =>
      void list().catch((error: unknown) => {
        this.logger.error({ err: error }, 'the channels of the Asterisk could not be read');
        // Events may be missing as well: both begin from the beginning.
        socket.terminate();
      });
    socket.addEventListener('open', () => {
      this.logger.info('listening to the events of an Asterisk');
      listAgain();
      this.#listing = setInterval(listAgain, LIST_MS);
    });
    socket.addEventListener('message', ({ data }) =>
      this.#faults.survive('an event of the Asterisk', () => {
        const event = read(String(data), 'an event of Asterisk') as AriEvent;
        meanwhile.push(event);
        listener.event(event);
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
    this.#socket?.terminate();
  }
}
