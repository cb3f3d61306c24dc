import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { LiveCallDesk } from './live-calls/live-call-desk.service.js';
import { LiveCallLedger } from './live-calls/live-call-ledger.service.js';
import { WallLinks } from './walls/wall-links.service.js';
import { FloorDesk } from './floor-desk.service.js';

const SERVICES = [FloorDesk, WallLinks, LiveCallDesk, LiveCallLedger];

/** What goes on in teams now. */
@Module({ imports: [JournalModule], providers: SERVICES, exports: SERVICES })
export class FloorModule {}
