import { Module } from '@nestjs/common';
import { JournalModule } from '#journal';
import { PeopleModule } from '#people';
import { RecordingsModule } from '#recordings';
import { RedactionModule } from '#transcripts';
import { BreakGlassReviews } from './break-glass/break-glass-reviews.service.js';
import { BreakGlass } from './break-glass/break-glass.service.js';
import { BreakGlassTermsReader } from './break-glass/break-glass-terms.js';
import { LegalCases } from './cases/legal-cases.service.js';
import { BuildExportService } from './exports/build-export.service.js';
import { ExportDownloads } from './exports/export-downloads.service.js';
import { ExportSweep } from './exports/export-sweep.service.js';
import { ExportedCopies } from './exports/exported-copies.service.js';
import { CustodyQuery } from './exports/files/custody.query.js';
import { JournalExcerptQuery } from './exports/files/journal-excerpt.query.js';
import { RecordingFiles } from './exports/files/recording-files.service.js';
import { PackageFiles } from './exports/package-files.service.js';
import { PackageStore } from './exports/package-store.service.js';
import { TimeStamper } from './exports/timestamp/time-stamper.service.js';
import { ExitGate } from './exits/index.js';
import { GrantEndings, GrantService, StandingGrants } from './grants/index.js';
import { HoldService } from './holds/index.js';
import { ListeningModule } from './listening/listening.module.js';
import { PlayService } from './plays/play.service.js';
import { LegalDecisions } from './requests/legal-decisions.service.js';
import { LegalRequests } from './requests/legal-requests.service.js';
import { RequestGrants } from './requests/request-grants.service.js';
import { RequestLedger } from './requests/request-ledger.js';
import { RequestSweep } from './requests/request-sweep.js';
import { SoundGate } from './sound/sound-gate.service.js';

const REQUESTS = [LegalRequests, LegalDecisions, RequestGrants, RequestSweep];
const EMERGENCIES = [BreakGlass, BreakGlassReviews, BreakGlassTermsReader];
const EXPORTS = [BuildExportService, ExportDownloads, ExportSweep, ExportedCopies];
const PARTS_OF_EXPORTS = [CustodyQuery, JournalExcerptQuery, PackageFiles, PackageStore, RecordingFiles, TimeStamper];
const SERVICES = [
  GrantService,
  StandingGrants,
  GrantEndings,
  PlayService,
  LegalCases,
  HoldService,
  SoundGate,
  ExitGate,
  ...REQUESTS,
  ...EMERGENCIES,
  ...EXPORTS,
];

@Module({
  imports: [JournalModule, PeopleModule, RecordingsModule, RedactionModule, ListeningModule],
  providers: [...SERVICES, RequestLedger, ...PARTS_OF_EXPORTS],
  exports: [...SERVICES, ListeningModule],
})
export class LegalModule {}
