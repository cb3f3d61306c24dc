import { z } from 'zod';
import { event } from './event.js';

const id = z.uuid();
/** What was looked for, by name: ids, days and closed words. */
const filters = z.record(z.string().regex(/^[a-z]+$/i), z.string().regex(/^[\w:.,-]*$/));
const part = z.enum(['journal', 'accesses', 'grants', 'unusual', 'certificates', 'corrections']);

/** What the journal says of those who read it, and of who used what. A search is one entry, however many pages of it are read. */
export const auditEvents = {
  'audit.searched': event('{{who}} 查询{{of|part}}', '{{who}} searched {{of|part}}', {
    searchId: id,
    of: part,
    filters,
  }),
  /** Rows begin to leave as a file; the second entry of the same export says how many did. */
  'audit.export_started': event('{{who}} 开始导出{{of|part}}', '{{who}} began to export {{of|part}}', {
    exportId: id,
    of: part,
    filters,
  }),
  'audit.exported': event('{{who}} 导出{{of|part}}，共 {{rows}} 行', '{{who}} exported {{of|part}}, rows: {{rows}}', {
    exportId: id,
    of: part,
    rows: z.number().int(),
    complete: z.boolean(),
  }),
};
