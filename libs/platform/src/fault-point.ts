/** Places where a process can be made to die at once, as it would by kill -9 or a power cut. */
export const FAULT_POINTS = [
  /** A chunk of words is safely stored; the rest of the recording is still to be heard. */
  'transcribe.chunk-stored',
  /** All words are sealed; the row that says so is not committed. */
  'transcribe.before-commit',
  /** The leg is judged; the scorecard is not committed. */
  'score.before-commit',
  /** A recording without its card codes is sealed under a new key; the row that says so is not committed. */
  'cut.before-commit',
  /** The recording is the new one; the old key still answers, and the old objects lie in the store. */
  'cut.before-destruction',
  /** The old key is gone; the old objects lie in the store, and no certificate says so. */
  'cut.before-certificate',
  /** Parts of a recording are sealed; no row says so. */
  'split.before-commit',
  /** Both copies of a recording's key are gone; the row that says so is not committed. */
  'destroy.key-unrecorded',
  /** The key is gone; words, tokens and bytes lie where they were. */
  'destroy.key-gone',
  /** The database holds nothing of it any more; the bytes lie in the store. */
  'destroy.rows-gone',
  /** The bytes are gone; no certificate says so. */
  'destroy.bytes-gone',
  /** A package of evidence has its object and key named in its row; not a byte of it is written. */
  'export.try-named',
  /** The package is sealed and was read back; the row that says so is not committed. */
  'export.before-commit',
  /** A key is wrapped by the new version in the first copy of the key store, and by the old one in the second. */
  'rewrap.first-copy',
  /** A webhook's receiver has accepted; the row that says so is not committed. */
  'webhook.before-record',
  /** The tokens of a transcript are made; none is committed. */
  'index-words.before-commit',
] as const;

export type FaultPoint = (typeof FAULT_POINTS)[number];

let armed: FaultPoint | undefined;

/** Sets the place, from SHOUWEN_FAULT_POINT. Without it nothing ever happens. */
export function armFaultPoint(point: FaultPoint | undefined): void {
  armed = point;
}

/** Dies here, if this is the place. SIGKILL: no handler runs, nothing is flushed. */
export function faultPoint(point: FaultPoint): void {
  if (point === armed) process.kill(process.pid, 'SIGKILL');
}
