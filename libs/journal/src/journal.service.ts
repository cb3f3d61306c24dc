import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { eventSchemas, type EventDetails, type EventName } from '#contracts';
import { Clock, newId } from '#platform';
import { commitTo } from './chain.rules.js';
import { JournalDetail, JournalEntry, JournalPending } from './journal-entry.entity.js';

/** Channel on which every commit that appended to the journal is told. Payload: `JournalNotice` as JSON. */
export const JOURNAL_CHANNEL = 'shouwen_journal';

export interface JournalNotice {
  entryId: string;
  callId: string | null;
}

export interface About {
  /** The person who acted; left out when the product itself did. */
  actorPersonId?: string | null;
  callId?: string | null;
}

/**
 * The append-only record of what happened: audit trail, event bus and outbox in one. An entry is written in the transaction of the change
 * that it tells of, with markers that a relay and the sealer take up after commit; what did not commit was never said.
 */
@Injectable()
export class JournalService {
  constructor(private readonly clock: Clock) {}

  /** @throws ZodError when `details` do not fit the event: a programming error, so the business transaction must not commit. */
  async append<N extends EventName>(
    tx: EntityManager,
    event: N,
    details: EventDetails<N>,
    about: About = {},
  ): Promise<string> {
    const id = newId();
    const checked = eventSchemas[event].parse(details) as Record<string, unknown>;
    const salt = randomBytes(16).toString('hex');
    const callId = about.callId ?? null;
    const entry = {
      id,
      event,
      at: this.clock.now(),
      actorPersonId: about.actorPersonId ?? null,
      callId,
      commitment: commitTo(salt, checked),
    };
    await tx.insert(JournalEntry, entry);
    await tx.insert(JournalDetail, { entryId: id, salt, details: checked as object });
    await tx.insert(JournalPending, [
      { entryId: id, purpose: 'seal' },
      { entryId: id, purpose: 'follow_up' },
    ]);
    const notice: JournalNotice = { entryId: id, callId };
    await tx.query('select pg_notify($1, $2)', [JOURNAL_CHANNEL, JSON.stringify(notice)]);
    return id;
  }
}
