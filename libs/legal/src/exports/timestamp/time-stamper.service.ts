import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JournalService } from '#journal';
import { ENV, type Env } from '#platform';
import { hostOf, mayLeaveFor } from '#transcripts';
import { answersFor, timeStampQuestion } from './time-stamp.rules.js';
import { legalRefusals } from '../../refusals.js';

const WALL_MS = 30_000;
const MOST_BYTES = 64 * 1024;

/** Asks the time-stamping authority that the operator named, if any. Only a hash leaves, only to a host that may be sent to, and the journal knows. */
@Injectable()
export class TimeStamper {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  get isOn(): boolean {
    return this.env.tsaUrl !== undefined;
  }

  /** @returns the answer (TimeStampResp, DER). @throws DomainError `time_stamp_host` | `time_stamp_failed` */
  async stamp(exportId: string, bytes: Buffer, signal: AbortSignal): Promise<Buffer> {
    const url = this.env.tsaUrl ?? '';
    if (!mayLeaveFor(url, this.env.engines.egressHosts)) throw legalRefusals.time_stamp_host(hostOf(url));
    await this.source.transaction((tx) => this.journal.append(tx, 'timestamp.asked', { exportId, host: hostOf(url) }));
    const [sha256, nonce] = [createHash('sha256').update(bytes).digest(), randomBytes(8)];
    const answer = await ask(url, timeStampQuestion(sha256, nonce), signal).catch((cause: unknown) => {
      throw legalRefusals.time_stamp_failed(cause);
    });
    if (!answersFor(answer, sha256, nonce)) throw legalRefusals.time_stamp_failed('the answer is not to the question');
    return answer;
  }
}

async function ask(url: string, question: Buffer, signal: AbortSignal): Promise<Buffer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: new Uint8Array(question),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(WALL_MS)]),
  });
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > MOST_BYTES) throw new Error('the answer is too long');
    parts.push(Buffer.from(part as Uint8Array));
  }
  if (!response.ok) throw new Error(`the authority answered ${response.status}`);
  return Buffer.concat(parts);
}
