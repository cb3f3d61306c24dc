import { Readable } from 'node:stream';
import { staffFileRoutes } from '#contracts';
import { StaffExportService, StaffImportService } from '#people';
import { csvFile } from '../audit/csv-file.js';
import { deciderOf } from '../reach/within.js';
import { implement } from '../routes/implement.js';
import { uploadedFile } from './uploaded-file.js';

export const staffFileHandlers = implement(
  staffFileRoutes,
  [StaffImportService, StaffExportService],
  (imports, exports) => ({
    import: async ({ asker, query: { plan }, request }) => {
      const bytes = await uploadedFile(request);
      const importer = deciderOf(asker, 'people.manage');
      return plan === undefined ? imports.preview(bytes, importer) : imports.apply(bytes, plan, importer);
    },
    export: ({ asker }) => {
      const pieces = Readable.from(exports.csv(deciderOf(asker, 'people.manage')), { objectMode: false });
      return csvFile('staff', pieces);
    },
  }),
);
