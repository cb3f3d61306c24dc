import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { RecertificationModule } from '#recertification';
import { RecertificationController } from './recertification.controller.js';
import { RecertificationFile } from './recertification-file.service.js';
import { RecertificationQuery } from './recertification.query.js';

/** Who still needs which right. */
@Module({
  imports: [JournalModule, RecertificationModule],
  controllers: [RecertificationController],
  providers: [RecertificationQuery, RecertificationFile],
})
export class RecertificationApiModule {}
