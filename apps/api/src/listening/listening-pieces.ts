import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { JournalListener } from '#journal';
import { LISTENING_SOUND_CHANNEL, listeningOf } from '#legal';
import { ENV, LOGGER, type Env, type Logger } from '#platform';

/** Pieces of sound as they are sent through the database, by the listening that they are for. A connection of its own, from the first listening on. */
@Injectable()
export class ListeningPieces implements OnApplicationShutdown {
  private readonly told = new Map<string, (sealed: string) => void>();
  private listener: JournalListener | undefined;
  private starting: Promise<void> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Resolves once what is told from then on is heard. */
  ready(): Promise<void> {
    return (this.starting ??= this.listen());
  }

  follow(listeningId: string, told: (sealed: string) => void): void {
    this.told.set(listeningId, told);
  }

  leave(listeningId: string): void {
    this.told.delete(listeningId);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.listener?.stop();
  }

  private async listen(): Promise<void> {
    const on = {
      notice: (_: string, payload: string) => this.told.get(listeningOf(payload))?.(payload),
      resume: () => undefined,
    };
    this.listener = new JournalListener(this.env.databaseUrl, this.logger, on, [LISTENING_SOUND_CHANNEL]);
    await this.listener.start();
  }
}
