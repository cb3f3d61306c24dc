import { failureCodeOf } from '../failure-code.rules.js';
import { type Logger } from '../logger.js';
import { adviceOn, isToldAgain } from './schedule-health.rules.js';
import { NOT_YET, type ScheduleLedger, type ScheduleRun, type Scheduled } from './schedule-ledger.js';
/** How often the rows are looked at. Only that: what is due is decided by the database's clock. */
const LOOK_EVERY_MS = 1000;
/** How long a process that ends waits for what it runs. */
const STOP_WITHIN_MS = 5_000;

/** Runs what is due, unless another process does. */
export class ScheduleRunner {
  private readonly running = new Map<string, Promise<void>>();
  private readonly runs = new Map<string, ScheduleRun>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private away = false;
  private stopping = false;

  constructor(
    private readonly list: readonly Scheduled[],
    private readonly ledger: ScheduleLedger,
    private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    await this.ledger.list(this.list);
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    await this.look();
  }

  /** Looks once, and waits for what it began. */
  async runDue(): Promise<void> {
    await this.look();
    await Promise.all(this.running.values());
  }

  /** What is not done within a few seconds is left to another process, and due at once. */
  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    await this.looking;
    await Promise.race([Promise.all(this.running.values()), waited(withinMs)]);
    for (const run of this.runs.values()) await this.ledger.leave(run).catch(() => undefined);
    await this.ledger.close();
  }

  private look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookOnce(): Promise<void> {
    try {
      // One that is off here may be on in another process, which asks the same row.
      const idle = this.list.filter(({ name, everyMs }) => everyMs > 0 && !this.running.has(name));
      const due = new Set(await this.ledger.due(idle.map(({ name }) => name)));
      for (const schedule of idle) if (due.has(schedule.name) && !this.stopping) await this.begin(schedule);
      if (this.away) this.logger.info('the schedules go on');
      this.away = false;
    } catch (error) {
      if (!this.away && !this.stopping)
        this.logger.warn({ err: error }, 'the schedules wait: the database does not answer');
      this.away = true;
    }
  }

  private async begin(schedule: Scheduled): Promise<void> {
    const run = await this.ledger.claim(schedule.name);
    if (run === null) return;
    this.runs.set(schedule.name, run);
    const done = this.carry(schedule, run).finally(() => {
      this.running.delete(schedule.name);
      this.runs.delete(schedule.name);
    });
    this.running.set(schedule.name, done);
  }

  private async carry(schedule: Scheduled, run: ScheduleRun): Promise<void> {
    const { name, everyMs } = schedule;
    try {
      const count = await schedule.run().catch((error: unknown) => this.failed(schedule, run, error));
      if (count === null) return;
      if (count === NOT_YET) return await this.ledger.putOff(run, everyMs);
      await this.ledger.succeeded(run, everyMs, count);
      if (count > 0) this.logger.info({ schedule: name, count }, 'swept');
    } catch (error) {
      // What it did stands; the next claim finds this run without an end and says so in the row.
      if (!this.stopping)
        this.logger.warn({ schedule: name, err: error }, 'how a schedule went could not be written down');
    }
  }

  private async failed({ name, everyMs }: Scheduled, run: ScheduleRun, error: unknown): Promise<null> {
    if (this.stopping) {
      // Its connections are being closed under it.
      await this.ledger.leave(run);
      return null;
    }
    const code = failureCodeOf(error);
    const failures = await this.ledger.failed(run, everyMs, code);
    const about = { schedule: name, code, failures, err: error };
    if (failures === 1) this.logger.error(about, `a schedule failed and is tried again; ${adviceOn(code)}`);
    else if (failures !== null && isToldAgain(failures)) this.logger.warn(about, 'a schedule goes on failing');
    return null;
  }
}

function waited(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}
