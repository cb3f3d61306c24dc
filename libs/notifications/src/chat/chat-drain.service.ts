/*
 * Messages to chats
 *   write    a row for each person who wants it and has a chat, in the relay's transaction (told/write-ways.ts).
 *   drain    one piece of work for each address, so that one that is away holds up no other. What is due is sent one after the other.
 *   send     first, recorded after: never lost, sometimes twice. What was gathered goes as one message.
 *   fail     an address that does not take a message gets none of what is due with it: all of it waits and is tried later, over about a day.
 *            The third failure in a row is told to its owner, on the other ways.
 *   give up  what no try delivered lies under the bell.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ChatReason } from '#contracts';
import { JournalService } from '#journal';
import { Clock, ENV, WorkService, type Env, type JobContext } from '#platform';
import { digestLines } from '../words/digest-words.rules.js';
import { MAIL_RETRY_SECONDS } from '../mail/mail-retry.rules.js';
import { type Said } from '../words/mail-words.rules.js';
import { FACTS, FACTS_FROM } from '../words/told-facts.sql.js';
import { wordsOf, type ToldFacts } from '../words/mail-words.rules.js';
import { ChatAddressRow } from './chat-address.entity.js';
import { dropWaiting } from './chat-addresses.service.js';
import { ChatSender, type ChatOutcome } from './chat-sender.js';

const AT_ONCE = 50;
const TURN_MS = 30_000;
const TOLD_AFTER_FAILURES = 3;

interface DueMessage extends ToldFacts {
  id: string;
  notificationId: string;
  tries: number;
  gathered: boolean;
}

const DUE = `select message.id, message.notification_id as "notificationId", message.tries, message.gathered, ${FACTS}
  from chat_message message join notification on notification.id = message.notification_id ${FACTS_FROM}
  where message.state = 'waiting' and message.due_at <= $1 and notification.person_id = $2
  order by message.due_at, message.id limit ${AT_ONCE}`;

@Injectable()
export class ChatDrain {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly sender: ChatSender,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Sends what is due at one address. Safe to run twice. */
  async drain(addressId: string, { lease, signal }: JobContext): Promise<void> {
    const until = this.clock.now().getTime() + TURN_MS;
    while (this.clock.now().getTime() < until && (await this.round(addressId, signal)));
    signal.throwIfAborted();
    await this.source.transaction((tx) => this.work.complete(tx, lease));
  }

  /** @returns whether it makes sense to go on */
  private async round(addressId: string, signal: AbortSignal): Promise<boolean> {
    const address = await this.source.manager.findOneBy(ChatAddressRow, { id: addressId });
    if (!address) return false;
    const due: DueMessage[] = await this.source.query(DUE, [this.clock.now(), address.personId]);
    const [first] = due;
    if (!first) return false;
    if (!(await this.worksHere(address.personId))) {
      await this.source.transaction((tx) => dropWaiting(tx, address.personId, this.clock.now()));
      return false;
    }
    const together = first.gathered ? due.filter(({ gathered }) => gathered) : [first];
    const outcome = await this.sender.send(address, this.say(together), first.language, signal);
    await this.record(address, outcome.reason === null ? together : due, outcome);
    return outcome.reason === null;
  }

  private say(together: readonly DueMessage[]): Said {
    const said = together.map((one) => wordsOf(one, this.env.publicUrl).said);
    const [only] = said;
    const { language } = together[0]!;
    if (said.length === 1) return only!;
    const { lines, more } = digestLines(said, language);
    const what = language === 'zh' ? `有 ${said.length} 条通知：` : `You have ${said.length} notices:`;
    return { what, next: [...lines, ...more].join('\n'), link: `${this.env.publicUrl.replace(/\/+$/, '')}/` };
  }

  private async worksHere(personId: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `select 1 from person join account on account.person_id = person.id and account.disabled_at is null
       where person.id = $1 and person.left_at is null`,
      [personId],
    );
    return rows.length > 0;
  }

  private async record(
    { id, personId }: ChatAddressRow,
    messages: readonly DueMessage[],
    { reason, chatCode }: ChatOutcome,
  ): Promise<void> {
    const now = this.clock.now();
    await this.source.transaction(async (tx) => {
      const where = { where: { id }, lock: { mode: 'pessimistic_write' } } as const;
      const address = await tx.findOne(ChatAddressRow, where);
      if (address && reason === null) await tx.update(ChatAddressRow, id, { ...WELL, lastSentAt: now });
      if (address && reason !== null) {
        const failures = address.failures + 1;
        const failing = { failures, failingSince: address.failingSince ?? now, lastReason: reason, chatCode };
        await tx.update(ChatAddressRow, id, failing);
        if (failures === TOLD_AFTER_FAILURES) await this.journal.append(tx, 'chat.failing', { personId, reason });
      }
      for (const message of messages) {
        const next = settled(message.tries + 1, reason, now);
        const [, count]: [unknown[], number] = await tx.query(
          `update chat_message set state = $2, tries = $3, due_at = $4, reason = $5, settled_at = $6 where id = $1 and state = 'waiting' returning id`,
          [message.id, next.state, message.tries + 1, next.dueAt, reason, next.dueAt === null ? now : null],
        );
        if (count === 0 || next.state !== 'failed' || reason === null) continue;
        await tx.query('update notification set on_bell = true where id = $1 and not on_bell', [
          message.notificationId,
        ]);
        await this.journal.append(tx, 'chat.given_up', { personId, reason });
      }
    });
  }
}

const WELL = { failures: 0, failingSince: null, lastReason: null, chatCode: null };

/** The same patience as for mail: ten tries over about a day, for every reason, since an owner or an administrator can mend each. */
function settled(tries: number, reason: ChatReason | null, now: Date): { state: string; dueAt: Date | null } {
  if (reason === null) return { state: 'sent', dueAt: null };
  const seconds = MAIL_RETRY_SECONDS[tries - 1];
  if (seconds === undefined) return { state: 'failed', dueAt: null };
  return { state: 'waiting', dueAt: new Date(now.getTime() + seconds * 1000) };
}
