import { DataSource, type EntityManager } from 'typeorm';
import { JournalListener, relayOnce, type CommittedEntry } from '#journal';
import { OngoingTrouble, type HintPublisher, type Logger, type WorkService } from '#platform';
import { nextJobs, type JobName } from '#contracts';
import { MAILBOX_ID, writeNotifications } from '#notifications';
import { writeDeliveries } from '#webhooks';

const POLL_MS = 1000;

/**
 * Turns committed events into work: wakes on every commit that appended to the journal, and looks once a second besides, so that a missed
 * wake-up costs a second. Rounds never overlap within a process.
 */
export class RelayLoop {
  private readonly listener: JournalListener;
  private readonly withMail: boolean;
  private readonly trouble: OngoingTrouble;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly source: DataSource,
    private readonly work: WorkService,
    private readonly publisher: HintPublisher,
    logger: Logger,
    { databaseUrl, withMail }: { databaseUrl: string; withMail: boolean },
  ) {
    const wake = () => this.wake();
    this.trouble = new OngoingTrouble(logger);
    this.withMail = withMail;
    this.listener = new JournalListener(databaseUrl, logger, { notice: wake, resume: wake });
  }

  async start(): Promise<void> {
    // No two processes in step.
    this.timer = setInterval(() => this.wake(), POLL_MS * (1 + Math.random() / 4));
    await this.listener.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.again = false;
    await this.listener.stop();
    await this.running;
  }

  private wake(): void {
    this.again = true;
    this.running ??= this.drain().finally(() => (this.running = undefined));
  }

  private async drain(): Promise<void> {
    while (this.again) {
      this.again = false;
      try {
        const { opened, more } = await relayOnce(this.source, (tx, entries) => this.follow(tx, entries));
        this.again ||= more;
        await this.publisher.publish(opened);
      } catch (error) {
        // Markers that were not taken are still there; the next round takes them.
        this.trouble.error(error, 'relaying failed; trying again');
        return;
      }
    }
  }

  /** What all these entries set off, in a handful of statements for any number of them. */
  private async follow(tx: EntityManager, entries: readonly CommittedEntry[]): Promise<{ id: string; job: JobName }[]> {
    const told = await writeDeliveries(tx, entries);
    const { mail, chats } = await writeNotifications(tx, entries, this.withMail);
    return this.work.openMany(tx, [
      ...entries.flatMap((entry) => nextJobs(entry.event, entry.details, entry.callId)),
      ...told.map((subjectId) => ({ job: 'deliver-webhooks' as const, subjectId })),
      ...(mail ? [{ job: 'send-mail' as const, subjectId: MAILBOX_ID }] : []),
      ...chats.map((subjectId) => ({ job: 'send-chat' as const, subjectId })),
    ]);
  }
}
