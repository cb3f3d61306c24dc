/*
 * Mail
 *   write    a row for each person who is told and has an address, in the relay's transaction (told/write-notifications.ts).
 *   drain    one piece of work for all of it: a server that is away holds one place. It takes what is due, one after the other, until
 *            nothing is, the server is away, or its turn is over; the sweep opens it again for what is due later.
 *   send     first, recorded after: never lost, sometimes twice, under the same message id.
 *   give up  what the server refuses for good, or did not take within a day, is journalled and shown to administrators.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type MailReason } from '#contracts';
import { JournalService } from '#journal';
import { Clock, WorkService, type JobContext } from '#platform';
import { FACTS, FACTS_FROM } from '../words/told-facts.sql.js';
import { wordsOf, type ToldFacts } from '../words/mail-words.rules.js';
import { gatheredMail } from '../words/digest-words.rules.js';
import { nextMailTry, ofTheServer } from './mail-retry.rules.js';
import { Mailer } from './mailer.js';

const AT_ONCE = 100;
const TURN_MS = 30_000;

/** The one thing that `send-mail` works on. */
export const MAILBOX_ID = '00000000-0000-4000-8000-00006d61696c';

interface DueMail extends ToldFacts {
  id: string;
  notificationId: string;
  tries: number;
  personId: string;
  gathered: boolean;
  nameZh: string;
  nameEn: string;
  address: string | null;
}

const DUE = `select mail.id, mail.notification_id as "notificationId", mail.tries, mail.gathered, notification.person_id as "personId",
    name_zh as "nameZh", name_en as "nameEn", case when left_at is not null then null when notification.kind = 'email_changed' then email_before else email end as address, ${FACTS}
  from mail join notification on notification.id = mail.notification_id ${FACTS_FROM}
  where mail.state = 'waiting' and mail.due_at <= $1 order by mail.due_at, mail.id limit ${AT_ONCE}`;

@Injectable()
export class MailDrain {
  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Sends what is due. Safe to run twice. */
  async drain({ lease, signal }: JobContext): Promise<void> {
    const until = this.clock.now().getTime() + TURN_MS;
    while (this.clock.now().getTime() < until && (await this.round(signal)));
    signal.throwIfAborted();
    await this.source.transaction((tx) => this.work.complete(tx, lease));
  }

  /** @returns whether it makes sense to go on */
  private async round(signal: AbortSignal): Promise<boolean> {
    const due: DueMail[] = await this.source.query(DUE, [this.clock.now()]);
    let away: MailReason | null = null;
    for (const letter of letters(due)) {
      signal.throwIfAborted();
      // A server that is away is asked once; what waits for it waits together.
      const reason: MailReason | null = away ?? (await this.send(letter));
      if (reason !== null && ofTheServer(reason)) away = reason;
      for (const mail of letter) await this.record(mail, reason);
    }
    return due.length > 0 && away === null;
  }

  private async send(letter: readonly [DueMail, ...DueMail[]]): Promise<MailReason | null> {
    const [{ id, language, address, ...mail }] = letter;
    if (address === null) return 'no_address';
    const { sender, publicUrl } = this.mailer.ready();
    const [first, ...others] = letter;
    const words = gatheredMail(
      [wordsOf(first, publicUrl), ...others.map((one) => wordsOf(one, publicUrl))],
      ...([language, `${publicUrl.replace(/\/+$/, '')}/`] as const),
    );
    const name = language === 'zh' ? mail.nameZh : mail.nameEn;
    return sender.send({ mailId: id, to: { name, address }, ...words });
  }

  private async record(
    { id, notificationId, personId, requestId, ...mail }: DueMail,
    reason: MailReason | null,
  ): Promise<void> {
    const now = this.clock.now();
    const tries = mail.tries + 1;
    const dueAt = reason === null || reason === 'no_address' ? null : nextMailTry(reason, tries, now);
    const settled = reason === null ? 'sent' : reason === 'no_address' ? 'dropped' : 'failed';
    const state = dueAt === null ? settled : 'waiting';
    await this.source.transaction(async (tx) => {
      const [, count]: [unknown[], number] = await tx.query(
        `update mail set state = $2, tries = $3, due_at = $4, reason = $5, settled_at = $6 where id = $1 and state = 'waiting' returning id`,
        [id, state, tries, dueAt, reason, dueAt === null ? now : null],
      );
      if (count === 0 || (state !== 'failed' && state !== 'dropped')) return;
      // Mail that could not be sent appears under the bell, even if the person turned the bell off.
      await tx.query('update notification set on_bell = true where id = $1 and not on_bell', [notificationId]);
      if (state !== 'failed' || reason === null) return;
      await this.journal.append(tx, 'mail.given_up', { mailId: id, requestId, personId, reason });
    });
  }
}

/** Each alone, but what was gathered for a person together. */
function letters(due: readonly DueMail[]): [DueMail, ...DueMail[]][] {
  const found: [DueMail, ...DueMail[]][] = [];
  const gathered = new Map<string, [DueMail, ...DueMail[]]>();
  for (const mail of due) {
    const with_ = mail.gathered ? gathered.get(mail.personId) : undefined;
    if (with_) with_.push(mail);
    else {
      const letter: [DueMail, ...DueMail[]] = [mail];
      found.push(letter);
      if (mail.gathered) gathered.set(mail.personId, letter);
    }
  }
  return found;
}
