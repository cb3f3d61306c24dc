import { Module } from '@nestjs/common';
import { CaptureApiModule } from '../capture/capture-api.module.js';
import { FloorApiModule } from '../floor/floor-api.module.js';
import { ListeningApiModule } from '../listening/listening-api.module.js';
import { LiveCallsApiModule } from '../live-calls/live-calls-api.module.js';

/** What goes on now: how calls are taken, each of them, what is said in them, and the floor. */
@Module({
  imports: [CaptureApiModule, LiveCallsApiModule, ListeningApiModule, FloorApiModule],
  exports: [FloorApiModule],
})
export class LiveApiModule {}
