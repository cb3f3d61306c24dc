import { Module } from '@nestjs/common';
import { FloorModule } from '#floor';
import { PeopleModule } from '#people';
import { ReportsModule } from '#reports';
import { LiveFeed } from '../live/live-feed.js';
import { FloorController } from './floor.controller.js';
import { FloorFeed } from './floor-feed.js';
import { FloorGateway } from './floor.gateway.js';
import { WallGateway } from './wall.gateway.js';
import { WallsController } from './walls.controller.js';
import { TeamFloor } from './team-floor.js';
import { TeamLineQuery } from './team-line.query.js';
import { TeamPromisesQuery } from './team-promises.query.js';
import { TeamResultsQuery } from './team-results.query.js';

/** What goes on in teams now. */
@Module({
  imports: [FloorModule, PeopleModule, ReportsModule],
  controllers: [FloorController, WallsController],
  providers: [
    LiveFeed,
    TeamLineQuery,
    TeamResultsQuery,
    TeamPromisesQuery,
    TeamFloor,
    FloorFeed,
    FloorGateway,
    WallGateway,
  ],
  exports: [LiveFeed],
})
export class FloorApiModule {}
