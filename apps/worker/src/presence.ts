import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  ENV,
  HEARTBEAT_EVERY_MS,
  LOGGER,
  newId,
  OngoingTrouble,
  PresenceService,
  productVersion,
  type Beat,
  type Env,
  type Logger,
} from '#platform';
import { scorerStatus } from '#quality';
import { engineStatus } from '#transcripts';
import { RunningJobs } from './jobs/running-jobs.js';

/** Enough of a hash to tell machines apart; the name itself says what an operator calls them and stays here. */
const hostLabel = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Says every few seconds that this worker is there, what it runs, and which engines it could start. */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly id = newId();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | undefined;
  private readonly trouble: OngoingTrouble;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly presence: PresenceService,
    private readonly running: RunningJobs,
  ) {
    this.trouble = new OngoingTrouble(logger);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beating ??= this.beat().finally(() => (this.beating = undefined));
    }, HEARTBEAT_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
    await this.presence.leave(this.id).catch((error: unknown) => this.logger.warn({ err: error }, 'left unsaid'));
  }

  private async beat(): Promise<void> {
    try {
      await this.presence.beat(await this.said(), Date.now);
      await this.presence.sweep();
    } catch (error) {
      // The board shows this worker as silent, which is true of a worker without its database.
      this.trouble.warn(error, 'the heartbeat could not be written; trying again');
    }
  }

  private async said(): Promise<Beat> {
    const engines = (await engineStatus(this.env)).map(
      ({ name, version, available, enabled, production, languages, advice }) => {
        return { name, version, available, enabled, production, languages, advice };
      },
    );
    const version = productVersion();
    const all = [...engines, ...scorer(this.env)];
    return { id: this.id, host: hostLabel(), roles: ['jobs'], version, running: this.running.now(), engines: all };
  }
}

/** The language model beside the rules, where one is set; it transcribes nothing. */
function scorer(env: Env): Beat['engines'] {
  const { state, model, advice } = scorerStatus(env);
  if (state === 'off' || model === null) return [];
  const known = { name: 'model-scorer', version: model, languages: [], advice };
  return [{ ...known, available: state === 'on', enabled: true, production: true }];
}
