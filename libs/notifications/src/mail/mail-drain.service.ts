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
import { isRightsKind, type AlarmKind, type Language, type MailReason, type NotificationKind } from '#contracts';
import { JournalService } from '#journal';
import { Clock, WorkService, type JobContext } from '#platform';
import { alarmMailText } from './alarm-mail.rules.js';
import { rightsMailText } from './rights-mail.rules.js';
import { linkTo, mailText } from './mail-words.rules.js';
import { nextMailTry, ofTheServer } from './mail-retry.rules.js';
import { Mailer } from './mailer.js';

const AT_ONCE = 20;
const TURN_MS = 30_000;

/** The one thing that `send-mail` works on. */
export const MAILBOX_ID = '00000000-0000-4000-8000-00006d61696c';

interface DueMail {
  id: string;
  tries: number;
  personId: string;
  requestId: string | null;
  callId: string | null;
  coachingId: string | null;
  bestCallId: string | null;
  kind: NotificationKind;
  code: string | null;
  alarm: AlarmKind | null;
  subject: string | null;
  nameZh: string;
  nameEn: string;
  address: string | null;
  language: Language;
}

const DUE = `select mail.id, mail.tries, notification.person_id as "personId", notification.request_id as "requestId",
    notification.call_id as "callId", kind, coalesce(request.code, standing.code, dispute.code, coaching.code, calibration.code, best.code, retraction.code, plan.code, case when given.id is not null then '' end, figure.day::text) as code, coaching.id as "coachingId", best.id as "bestCallId", alarm,
    alarm_subject as "subject", name_zh as "nameZh", name_en as "nameEn",
    case when left_at is null then email end as address,
    coalesce((select language from account where person_id = person.id and disabled_at is null order by id limit 1), 'zh') as language
  from mail join notification on notification.id = mail.notification_id join person on person.id = notification.person_id
  left join legal_request request on request.id = notification.request_id
  left join standing_grant standing on alarm = 'grant' and standing.id::text = alarm_subject
  left join dispute on alarm = 'dispute' and dispute.id::text = alarm_subject
  left join coaching_session coaching on alarm = 'coaching' and coaching.id::text = alarm_subject
  left join review_retraction retraction on alarm = 'retraction' and retraction.scorecard_id::text = alarm_subject
  left join review_assignment given on alarm = 'review' and given.id::text = alarm_subject
  left join sampling_draw draw on (alarm = 'draw' and draw.id::text = alarm_subject) or draw.id = given.draw_id
  left join sampling_plan plan on plan.id = draw.plan_id
  left join calibration on alarm = 'calibration' and calibration.id::text = alarm_subject
  left join best_call best on alarm = 'best_call' and best.id::text = alarm_subject
  left join figure_alert figure on alarm = 'figure' and figure.id::text = alarm_subject
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
    for (const mail of due) {
      signal.throwIfAborted();
      // A server that is away is asked once; what waits for it waits together.
      const reason: MailReason | null = away ?? (await this.send(mail));
      if (reason !== null && ofTheServer(reason)) away = reason;
      await this.record(mail, reason);
    }
    return due.length > 0 && away === null;
  }

  private async send({ id, kind, code, language, address, ...mail }: DueMail): Promise<MailReason | null> {
    if (address === null) return 'no_address';
    const { sender, publicUrl } = this.mailer.ready();
    const words = isRightsKind(kind)
      ? rightsMailText({ kind, language, publicUrl })
      : kind !== 'alarm_raised' && kind !== 'alarm_cleared'
        ? mailText({ kind, code: code ?? '', language, link: linkTo(publicUrl, mail) })
        : alarmMailText({ kind, alarm: mail.alarm!, subject: mail.subject!, language, publicUrl });
    const name = language === 'zh' ? mail.nameZh : mail.nameEn;
    return sender.send({ mailId: id, to: { name, address }, ...words });
  }

  private async record({ id, personId, requestId, ...mail }: DueMail, reason: MailReason | null): Promise<void> {
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
      if (count === 0 || state !== 'failed' || reason === null) return;
      await this.journal.append(tx, 'mail.given_up', { mailId: id, requestId, personId, reason });
    });
  }
}
