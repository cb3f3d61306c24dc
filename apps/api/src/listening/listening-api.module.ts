import { Module } from '@nestjs/common';
import { LegalModule } from '#legal';
import { PeopleModule } from '#people';
import { ListeningController } from './listening.controller.js';
import { ListeningDesk } from './listening-desk.service.js';
import { ListeningGateway } from './listening.gateway.js';
import { PeopleToAsk } from './people-to-ask.js';
import { SoundNotices } from './sound-notices.js';

/** Listening in on calls that go on. */
@Module({
  imports: [LegalModule, PeopleModule],
  controllers: [ListeningController],
  providers: [ListeningDesk, PeopleToAsk, ListeningGateway, SoundNotices],
})
export class ListeningApiModule {}
