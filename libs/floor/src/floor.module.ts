import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { WallLinks } from './walls/wall-links.service.js';
import { FloorDesk } from './floor-desk.service.js';

const SERVICES = [FloorDesk, WallLinks];

/** What goes on in teams now. */
@Module({ imports: [JournalModule], providers: SERVICES, exports: SERVICES })
export class FloorModule {}
