import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { EVENTS, type EventDetails, type EventName } from '#contracts';
import { actingNow, Clock, newId } from '#platform';
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
    const [id] = await this.appendMany(tx, event, [{ details, about }]);
    if (id === undefined) throw new Error('an entry that was appended has an id');
    return id;
  }

  /** The same event about many things at once, in four statements for any number of them. @throws ZodError as `append` */
  async appendMany<N extends EventName>(
    tx: EntityManager,
    event: N,
    happenings: readonly { details: EventDetails<N>; about: About }[],
  ): Promise<string[]> {
    if (happenings.length === 0) return [];
    const made = happenings.map(({ details, about }) => this.entry(event, details, about));
    await tx.insert(
      JournalEntry,
      made.map(({ entry }) => entry),
    );
    await tx.insert(
      JournalDetail,
      made.map(({ detail }) => detail),
    );
    await tx.insert(
      JournalPending,
      made.flatMap(({ entry: { id: entryId } }) => [
        { entryId, purpose: 'seal' as const },
        { entryId, purpose: 'follow_up' as const },
      ]),
    );
    const notices = made.map(({ entry }) => JSON.stringify(noticeOf(entry)));
    await tx.query('select pg_notify($1, notice) from unnest($2::text[]) notice', [JOURNAL_CHANNEL, notices]);
    return made.map(({ entry }) => entry.id);
  }

  private entry<N extends EventName>(event: N, details: EventDetails<N>, about: About) {
    const id = newId();
    const parsed = EVENTS[event].details.parse(details) as Record<string, unknown>;
    const checked = { ...parsed, ...inPlaceOf(about.actorPersonId) };
    const salt = randomBytes(16).toString('hex');
    const entry = {
      id,
      event,
      at: this.clock.now(),
      actorPersonId: about.actorPersonId ?? null,
      callId: about.callId ?? null,
      commitment: commitTo(salt, checked),
    };
    return { entry, detail: { entryId: id, salt, details: checked as object } };
  }
}

/** Beside the details of whatever a deputy does: the person for whom it was done. */
function inPlaceOf(actorPersonId: string | null | undefined): { forPersonId?: string } {
  const acting = actingNow();
  return acting && acting.deputyPersonId === actorPersonId ? { forPersonId: acting.personId } : {};
}

const noticeOf = ({ id, callId }: { id: string; callId: string | null }): JournalNotice => ({ entryId: id, callId });
