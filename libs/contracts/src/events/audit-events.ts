import { z } from 'zod';

const id = z.uuid();
/** What was looked for, by name: ids, days and closed words. */
const filters = z.record(z.string().regex(/^[a-z]+$/i), z.string().regex(/^[\w:.,-]*$/));
const part = z.enum(['journal', 'accesses', 'grants', 'unusual', 'certificates']);

/** What the journal says of those who read it, and of who used what. A search is one entry, however many pages of it are read. */
export const auditEventSchemas = {
  'audit.searched': z.object({ searchId: id, of: part, filters }),
  /** Rows begin to leave as a file; the second entry of the same export says how many did. */
  'audit.export_started': z.object({ exportId: id, of: part, filters }),
  'audit.exported': z.object({ exportId: id, of: part, rows: z.number().int(), complete: z.boolean() }),
} as const;
