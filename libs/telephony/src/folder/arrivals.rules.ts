/** A file of a watched folder, as one look saw it. */
export interface SeenFile {
  /** Below the folder, with `/` between. */
  name: string;
  /** Bytes. */
  size: number;
  /** When it was last written, in milliseconds since 1970. */
  modifiedAt: number;
}

export type Arrival =
  /** A recording, with the file that tells of it: both lay still. */
  | { what: 'recording'; name: string; sidecar: string | null }
  | { what: 'records'; name: string }
  /** It may still be written, or what belongs to it may still come. */
  | { what: 'waits'; name: string; why: 'grows' | 'sidecar' | 'partial' }
  /** It is put aside, where a person can see it and why. */
  | { what: 'quarantine'; name: string; why: QuarantineReason };

/** `header_only`: a WAV without a sample, as a busy call leaves it; `without_recording`: what tells of a recording that never came. */
export type QuarantineReason = 'empty' | 'header_only' | 'kind' | 'name' | 'without_recording';

export interface FolderSettings {
  /** Between two looks a file has to be as it was, and this long untouched, in milliseconds. */
  stillFor: number;
  /** How long a recording waits for what tells of it, in milliseconds; 0: it needs nothing. */
  sidecarWithin: number;
}

const SOUND = /\.(wav|mp3|ogg|opus|gsm|flac|m4a)$/i;
const SIDECAR = /\.(json|xml)$/i;
/** A log that was rotated has a number or a day behind its name. */
const RECORDS = /(^|\/)([^/]*\.(csv|tsv|log|jsonl|ndjson|txt)([.-]\d{1,8})?|[^/]*(queue_log|syslog)[^/]*)$/i;
const ARCHIVE = /\.(gz|bz2|xz|zst|zip)$/i;
/** Names that programs give to what they are still writing. */
const PARTIAL = /(^|\/)\.[^/]*$|\.(part|partial|tmp|temp|filepart|crdownload|swp|lock)$|~$/i;
/** A WAV without a sample: what a call that was busy leaves. */
const HEADER = 44;

/** Whether a file's name is one of records, which are read as they grow. */
export const isRecords = (name: string): boolean =>
  RECORDS.test(name) && !ARCHIVE.test(name) && !PARTIAL.test(name) && !hasControl(name);

/** Whether a file's name is one of a recording. */
export const isSound = (name: string): boolean => SOUND.test(name) && !PARTIAL.test(name);

const stem = (name: string): string => name.replace(/\.[^./]+$/, '');

/**
 * What is to be done with each file of a watched folder, from two looks at it. Nothing is taken that could still be written; what can never be
 * taken is named with the reason. `taken` are files that were taken, by name, size and time: a second run takes none of them again.
 */
export function arrivals(
  before: readonly SeenFile[],
  now: readonly SeenFile[],
  { at, settings, taken }: { at: number; settings: FolderSettings; taken: ReadonlySet<string> },
): Arrival[] {
  const seen = new Map(before.map((file) => [file.name, file]));
  const isStill = (file: SeenFile): boolean => {
    const last = seen.get(file.name);
    const same = last?.size === file.size && last.modifiedAt === file.modifiedAt;
    // A clock that is ahead writes times of the future: then two looks have to do.
    return same && (file.modifiedAt > at || at - file.modifiedAt >= settings.stillFor);
  };
  const sounds = now.filter(({ name }) => isSound(name));
  const soundOf = new Map(sounds.map((file) => [stem(file.name), file]));
  const sidecarOf = new Map(
    now.filter(({ name }) => SIDECAR.test(name) && !PARTIAL.test(name)).map((file) => [stem(file.name), file]),
  );
  return now
    .filter((file) => !taken.has(fileKey(file)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((file): Arrival[] => {
      const { name } = file;
      const quarantine = (why: QuarantineReason): Arrival[] => [{ what: 'quarantine', name, why }];
      if (PARTIAL.test(name)) return [{ what: 'waits', name, why: 'partial' }];
      if (hasControl(name)) return quarantine('name');
      if (!isStill(file)) return [{ what: 'waits', name, why: 'grows' }];
      // A log lies empty after it was rotated, until the next call.
      if (file.size === 0) return isRecords(name) ? [{ what: 'waits', name, why: 'grows' }] : quarantine('empty');
      if (SOUND.test(name)) {
        if (/\.wav$/i.test(name) && file.size <= HEADER) return quarantine('header_only');
        return recording(file, sidecarOf.get(stem(name)));
      }
      if (SIDECAR.test(name) && (soundOf.has(stem(name)) || settings.sidecarWithin > 0)) return lonely(file);
      return isRecords(name) || /\.json$/i.test(name) ? [{ what: 'records', name }] : quarantine('kind');
    });

  function recording(file: SeenFile, sidecar: SeenFile | undefined): Arrival[] {
    if (sidecar && !isStill(sidecar)) return [{ what: 'waits', name: file.name, why: 'sidecar' }];
    if (sidecar && sidecar.size > 0) return [{ what: 'recording', name: file.name, sidecar: sidecar.name }];
    // A clock that is hours ahead must not hold it back for hours.
    if (Math.abs(at - file.modifiedAt) < settings.sidecarWithin)
      return [{ what: 'waits', name: file.name, why: 'sidecar' }];
    return [{ what: 'recording', name: file.name, sidecar: null }];
  }

  /** A sidecar goes with its recording; one that stays alone is said. */
  function lonely(file: SeenFile): Arrival[] {
    if (soundOf.has(stem(file.name))) return [];
    if (at - file.modifiedAt < settings.sidecarWithin) return [{ what: 'waits', name: file.name, why: 'sidecar' }];
    return [{ what: 'quarantine', name: file.name, why: 'without_recording' }];
  }
}

/** What tells a file that was taken from a later one of the same name. */
export const fileKey = ({ name, size, modifiedAt }: SeenFile): string => `${name}\n${size}\n${modifiedAt}`;

const hasControl = (name: string): boolean => /\p{Cc}/u.test(name) || name.split('/').includes('..');
