import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { ConsentModule } from '#consent';
import { FloorModule } from '#floor';
import { IntakeModule } from '#intake';
import { ListeningModule } from '#legal';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { PlatformModule, type Env } from '#platform';
import { CallWords } from './live/call-words.js';
import { ConsentKeys } from './live/consent-keys.js';
import { HandOver } from './ended/hand-over.service.js';
import { Listeners } from './live/listeners.js';
import { LiveSound } from './live/live-sound.js';
import { LiveSessions } from './live/live-sessions.js';

/** What handing over needs of the product: the way in, and what it needs. */
@Module({})
export class HandingOverModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: HandingOverModule,
      imports: [
        PlatformModule.forRoot(env, 'capture-handing-over'),
        DatabaseModule.forRoot(env.databaseUrl, 'shouwen-capture', env.database),
        ...[IntakeModule, NotificationsModule, PeopleModule, FloorModule, ListeningModule, ConsentModule],
      ],
      providers: [HandOver, LiveSessions, Listeners, LiveSound, CallWords, ConsentKeys],
    };
  }
}
