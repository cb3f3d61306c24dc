import { z } from 'zod';

const count = z.number().int().min(0);
const at = z.iso.datetime();
/** How often each reason was met. */
const reasons = z.array(z.object({ why: z.string().max(60), count })).max(40);

/**
 * Figures of the process that takes calls as they happen, since it began: of systems and packets, of no call's words. Lists are
 * bounded; what moved last comes first.
 */
export const captureFiguresSchema = z.object({
  startedAt: at,
  /** Where it listens; port 0: not over this transport. */
  listens: z.object({ host: z.string().max(100), udp: count, tcp: count, tls: count }),
  /** Addresses and networks that may send. */
  listed: z.array(z.string().max(60)).max(50),
  sessions: z.object({
    running: count,
    /** So many may run at once. */
    most: count,
    begun: count,
    /** Ended, and not a recording yet. */
    waiting: count,
    /** Their metadata could not be read. */
    unread: count,
  }),
  refused: reasons,
  /** By what was answered. */
  statuses: z.array(z.object({ status: z.number().int(), count })).max(40),
  /** Thrown away before anything was made of it. */
  dropped: reasons,
  ended: reasons,
  peers: z
    .array(
      z.object({
        address: z.string().max(60),
        sessions: count,
        lastInviteAt: at.nullable(),
        lastOptionsAt: at.nullable(),
        lastRefusal: z.object({ at, status: z.number().int(), why: z.string().max(60) }).nullable(),
      }),
    )
    .max(50),
  /** Packets of the streams that run, by what became of them. */
  streams: z
    .array(
      z.object({
        session: z.string().max(60),
        stream: count,
        ...{ taken: count, foreign: count, discarded: count, refused: count, masked: count, unkept: count },
      }),
    )
    .max(100),
  spool: z.object({ bytes: z.number(), limitBytes: z.number() }),
  /** Keys that lie ready for the spool. */
  keys: z.object({ ready: count, wanted: count }),
  /** What the kernel gives a socket, bytes; null: none was opened yet. */
  buffer: z.object({ bytes: z.number().nullable(), wantedBytes: z.number() }),
  /** Calls that are heard for their words at once; and of one call, of two, and so on, ms within which 95 of 100 utterances were words at start. */
  words: z.object({ calls: count, lateMs: z.array(z.number().nullable()).max(100) }).optional(),
  /** Errors that it went on after. */
  faults: count,
});
export type CaptureFigures = z.infer<typeof captureFiguresSchema>;

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
