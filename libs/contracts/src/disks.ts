import { z } from 'zod';

/** What the product keeps on disks of its own machine; several may share one. */
export const diskPlaceSchema = z.enum(['data', 'recordings', 'recording-copies', 'keys', 'keys-copy', 'backups']);
export type DiskPlace = z.infer<typeof diskPlaceSchema>;

/** `low`: warned of. `full`: uploads are refused where recordings, keys or the database lie there. `unknown`: it could not be looked at. */
export const diskStateSchema = z.enum(['well', 'low', 'full', 'unknown']);
export type DiskState = z.infer<typeof diskStateSchema>;

/** The name of a disk's alarm. */
export const diskSubject = (place: DiskPlace): string => `disk-${place}`;

export function diskPlaceOf(subject: string): DiskPlace | null {
  return diskPlaceSchema.options.find((place) => diskSubject(place) === subject) ?? null;
}
