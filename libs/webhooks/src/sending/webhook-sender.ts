import { performance } from 'node:perf_hooks';
import { type AddressRanges } from '../target/address-ranges.js';
import { checkTarget, type CheckedTarget } from '../target/check-target.js';
import { resolveName, type ResolveName } from '../target/resolve-name.js';
import { type TargetRefusal } from '../target/target.rules.js';
import { send, type Answer } from './send.js';
import { signedHeaders } from './signature.rules.js';

export interface SenderOptions {
  /** Besides public addresses. */
  allowed: AddressRanges;
  /** The system's name servers, unless a test has its own. */
  resolve?: ResolveName;
  ca?: string;
  timeoutMs?: number;
}

/** From the question for the name to the last byte of the answer. */
const TIMEOUT_MS = 10_000;

/** Sends deliveries, each try to an address checked for it. */
export class WebhookSender {
  private readonly resolve: ResolveName;

  constructor(private readonly options: SenderOptions) {
    this.resolve = options.resolve ?? resolveName;
  }

  /** May deliveries go there, as things stand now? */
  async check(url: string): Promise<TargetRefusal | null> {
    const checked = await checkTarget(url, this.options.allowed, this.resolve);
    return 'refusal' in checked ? checked.refusal : null;
  }

  /** One try. @throws only when `signal` falls: then it is not known what came of it */
  async send(
    message: { url: string; id: string; body: string },
    sentAt: Date,
    secrets: readonly Buffer[],
    signal: AbortSignal,
  ): Promise<Answer & { durationMs: number }> {
    const began = performance.now();
    const limit = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    const answer = await this.attempt(
      message,
      signedHeaders(message, sentAt, secrets),
      AbortSignal.any([limit, signal]),
    );
    signal.throwIfAborted();
    return { ...answer, durationMs: Math.round(performance.now() - began) };
  }

  private async attempt(
    { url, body }: { url: string; body: string },
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const checked = await within(signal, checkTarget(url, this.options.allowed, this.resolve));
    if (checked === null) return unsent('timed_out');
    if ('refusal' in checked) return unsent(checked.refusal === 'not_resolved' ? 'not_resolved' : 'address_refused');
    // What a receiver answered is not kept.
    const { text: _, ...answer } = await send(checked, headers, body, { signal, ca: this.options.ca });
    return answer;
  }
}

const unsent = (outcome: Answer['outcome']): Answer => ({
  outcome,
  status: null,
  answerBytes: null,
  answerSha256: null,
});

/** The answer, or null once the signal falls: a question to a name server cannot be taken back. */
function within(
  signal: AbortSignal,
  asked: Promise<CheckedTarget | { refusal: TargetRefusal }>,
): Promise<CheckedTarget | { refusal: TargetRefusal } | null> {
  const ended = new Promise<null>((end) => signal.addEventListener('abort', () => end(null), { once: true }));
  return Promise.race([asked, ended]);
}
