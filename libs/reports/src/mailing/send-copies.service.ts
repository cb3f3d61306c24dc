/*
 * Sending what waits
 *   hold    a copy is held by one worker for a few minutes, so that two that run at once send it once.
 *   look    its person must work here, have an address, and may see reports at this moment: else nothing is sent. What is counted, and what the
 *           file holds, is what this person's own rights reach now, and never what the person who made the subscription sees.
 *   begin   before the server is asked, the row says since when it is being sent. Of two workers that come so far, because one was slow, the first
 *           sends it, and the other leaves it alone. What became of it is recorded after, by the one that began, in the transaction of the
 *           journal's entry. A worker that dies between the two leaves it undecided: it is not sent again unasked, because two mails of one report
 *           look like two reports; the screen says that it may have arrived, and a person can have it sent again, under the same message id.
 *   again   what the server did not take is tried again over about a day (as other mail), and then given up; the screen says both.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ReportCopyReason } from '#contracts';
import { JournalService } from '#journal';
import { Mailer, nextMailTry, ofTheServer } from '#notifications';
import { Clock } from '#platform';
import { CopyLetters, type CopyToSend, type Written } from './copy-letters.js';

const AT_ONCE = 50;
const HELD_MS = 5 * 60_000;

type Ended = ReportCopyReason | null;
/** What became of a copy, and since when it was being sent as far as this worker knows; null where it was not. */
interface Tried {
  readonly reason: Ended;
  readonly written: Written | null;
  readonly sendingSince: Date | null;
}
/** A worker ended while it sent the copy. */
const PERHAPS_SENT = 'perhaps_sent';
/** Never tried again. */
const DROPPED: readonly ReportCopyReason[] = ['no_address', 'left', 'no_right'];

@Injectable()
export class SendCopies {
  constructor(
    private readonly source: DataSource,
    private readonly letters: CopyLetters,
    private readonly mailer: Mailer,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were sent, given up or dropped @throws AggregateError at the end, with what failed while copies were made */
  async send(): Promise<number> {
    const due: { id: string }[] = await this.source.query(
      `select id from report_copy where state = 'waiting' and next_try_at <= $1 and (held_until is null or held_until <= $1)
       order by next_try_at, id limit ${AT_ONCE}`,
      [this.clock.now()],
    );
    const failures: unknown[] = [];
    let settled = 0;
    for (const { id } of due) {
      const copy = await this.hold(id);
      if (!copy) continue;
      const tried = await this.try(copy, failures);
      // A twin sends it at this moment, and says what becomes of it.
      if (!tried) continue;
      const { reason } = tried;
      settled += Number(await this.record(copy, tried));
      // A server that is away is asked once; the others keep their turn.
      if (reason !== null && isOfTheServer(reason)) break;
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
    return settled;
  }

  private async hold(id: string): Promise<CopyToSend | null> {
    const now = this.clock.now();
    const [rows]: [CopyToSend[], number] = await this.source.query(
      `update report_copy copy set held_until = $3 from report_subscription subscription
       where copy.id = $1 and copy.state = 'waiting' and (held_until is null or held_until <= $2) and subscription.id = copy.subscription_id
       returning copy.id as "copyId", sending_since as "sendingSince", subscription_id as "subscriptionId", person_id as "personId", tries, by, filters, format, language,
         to_char(from_day, 'YYYY-MM-DD') as "from", to_char(to_day, 'YYYY-MM-DD') as "to"`,
      [id, now, new Date(now.getTime() + HELD_MS)],
    );
    return rows[0] ?? null;
  }

  private async try(copy: CopyToSend, failures: unknown[]): Promise<Tried | null> {
    const unsent = { written: null, sendingSince: copy.sendingSince };
    if (copy.sendingSince !== null) return { ...unsent, reason: PERHAPS_SENT };
    let written: Written | ReportCopyReason;
    try {
      written = await this.letters.write(copy);
    } catch (error) {
      // The fault is ours: it is tried again, as where the server was busy, and keeps none of the others from theirs.
      failures.push(error);
      return { ...unsent, reason: 'could_not_be_made' };
    }
    if (typeof written === 'string') return { ...unsent, reason: written };
    const sendingSince = this.clock.now();
    const [, begun]: [unknown[], number] = await this.source.query(
      `update report_copy set sending_since = $2 where id = $1 and state = 'waiting' and sending_since is null`,
      [copy.copyId, sendingSince],
    );
    if (begun === 0) return null;
    const reason = await this.mailer.ready().sender.send({ mailId: copy.copyId, ...written.letter });
    return { reason, written, sendingSince };
  }

  /** @returns whether it is over */
  private async record(copy: CopyToSend, { reason, written, sendingSince }: Tried): Promise<boolean> {
    const now = this.clock.now();
    const tries = copy.tries + 1;
    const isOver = reason === null || reason === PERHAPS_SENT || DROPPED.includes(reason);
    const again = isOver ? null : nextMailTry(mailReason(reason), tries, now);
    const settled = reason === null ? 'sent' : DROPPED.includes(reason) ? 'dropped' : 'failed';
    const { copyId, subscriptionId, personId, from, to, by } = copy;
    await this.source.transaction(async (tx) => {
      const [, count]: [unknown[], number] = await tx.query(
        `update report_copy set state = $2, tries = $3, next_try_at = $4, reason = $5, settled_at = $6, attached = $7, held_until = null,
           sending_since = null
         where id = $1 and (state = 'waiting' and sending_since is not distinct from $8 or ($2 = 'sent' and (state = 'dropped' or reason = '${PERHAPS_SENT}'))) returning id`,
        [
          copyId,
          again ? 'waiting' : settled,
          tries,
          again,
          reason,
          again ? null : now,
          written?.rows !== null && reason === null,
          sendingSince,
        ],
      );
      // A twin was first. What was stopped while it was being sent was sent all the same, and so was what a twin took for undecided.
      if (count === 0) return;
      const about = { subscriptionId, copyId, personId, from, to };
      if (reason === null) {
        const { format, rows } = written!;
        await this.journal.append(tx, 'report.mailed', { ...about, by, format, rows });
      } else if (!again) await this.journal.append(tx, 'report.not_mailed', { ...about, reason });
    });
    return again === null;
  }
}

type MailReason = Parameters<typeof nextMailTry>[0];
/** How long what is our own fault waits is how long a busy server is left alone. */
const mailReason = (reason: ReportCopyReason): MailReason =>
  reason === 'could_not_be_made' ? 'try_later' : (reason as MailReason);
const isOfTheServer = (reason: ReportCopyReason): boolean => ofTheServer(mailReason(reason));
