import { checkTarget } from '../target/check-target.js';
import { resolveName } from '../target/resolve-name.js';
import { type TargetRefusal } from '../target/target.rules.js';
import { send, type ReadAnswer } from './send.js';
import { type SenderOptions } from './webhook-sender.js';

/** From the question for the name to the last byte of the answer. */
const TIMEOUT_MS = 10_000;

/** Posts to an address that a person typed, by the same guard as webhooks: https, public or allowed by the operator, resolved once, no redirects. */
export class CheckedPost {
  constructor(private readonly options: SenderOptions) {}

  /** May something be sent there, as things stand now? */
  async check(url: string): Promise<TargetRefusal | null> {
    if (!url.toLowerCase().startsWith('https:')) return 'not_https';
    const checked = await checkTarget(url, this.options.allowed, this.options.resolve ?? resolveName);
    return 'refusal' in checked ? checked.refusal : null;
  }

  /** One try. @throws only when `signal` falls: then it is not known whether it arrived */
  async post(url: string, body: string, signal: AbortSignal): Promise<ReadAnswer> {
    if (!url.toLowerCase().startsWith('https:')) return unsent('address_refused');
    const checked = await checkTarget(url, this.options.allowed, this.options.resolve ?? resolveName);
    signal.throwIfAborted();
    if ('refusal' in checked) return unsent(checked.refusal === 'not_resolved' ? 'not_resolved' : 'address_refused');
    const limit = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    const answer = await send(checked, {}, body, { signal: AbortSignal.any([limit, signal]), ca: this.options.ca });
    signal.throwIfAborted();
    return answer;
  }
}

const unsent = (outcome: ReadAnswer['outcome']): ReadAnswer => ({
  ...{ outcome, status: null, answerBytes: null, answerSha256: null, text: '' },
});
