import { type DynamicModule, Module } from '@nestjs/common';
import { DatabaseModule } from '#database';
import { FloorModule } from '#floor';
import { IntakeModule } from '#intake';
import { ListeningModule } from '#legal';
import { NotificationsModule } from '#notifications';
import { PeopleModule } from '#people';
import { PlatformModule, type Env } from '#platform';
import { HandOver } from './hand-over.service.js';
import { LiveSound } from './live-sound.js';
import { LiveSessions } from './live-sessions.js';

/** What handing over needs of the product: the way in, and what it needs. */
@Module({})
export class HandingOverModule {
  static forRoot(env: Env): DynamicModule {
    return {
      module: HandingOverModule,
      imports: [
        PlatformModule.forRoot(env, 'capture-handing-over'),
        DatabaseModule.forRoot(env.databaseUrl, 'shouwen-capture', env.database),
        ...[IntakeModule, NotificationsModule, PeopleModule, FloorModule, ListeningModule],
      ],
      providers: [HandOver, LiveSessions, LiveSound],
    };
  }
}
