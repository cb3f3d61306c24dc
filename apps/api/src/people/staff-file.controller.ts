import { Readable } from 'node:stream';
import { Controller, type StreamableFile } from '@nestjs/common';
import { staffFileRoutes, type StaffPreview } from '#contracts';
import { StaffExportService, StaffImportService } from '#people';
import { csvFile } from '../audit/csv-file.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { deciderOf } from '../reach/within.js';
import { uploadedFile } from './uploaded-file.js';

@Controller()
export class StaffFileController {
  constructor(
    private readonly imports: StaffImportService,
    private readonly exports: StaffExportService,
  ) {}

  @Route(staffFileRoutes.import)
  async import({ asker, query: { plan }, request }: Asked<typeof staffFileRoutes.import>): Promise<StaffPreview> {
    const bytes = await uploadedFile(request);
    const importer = deciderOf(asker, 'people.manage');
    return plan === undefined ? this.imports.preview(bytes, importer) : this.imports.apply(bytes, plan, importer);
  }

  @RawRoute(staffFileRoutes.export)
  export({ asker }: Asked<typeof staffFileRoutes.export>): StreamableFile {
    const pieces = Readable.from(this.exports.csv(deciderOf(asker, 'people.manage')), { objectMode: false });
    return csvFile('staff', pieces);
  }
}
