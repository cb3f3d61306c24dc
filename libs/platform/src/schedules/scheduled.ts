/** Its prerequisites are not there yet: neither a success nor a failure. */
export const NOT_YET = 'not_yet';

/** What the clock starts. Safe to run twice. */
export interface Scheduled {
  readonly name: string;
  /** 0: the settings turn it off. */
  readonly everyMs: number;
  /** How long after its period it counts as late. */
  readonly lateAfterMs: number;
  /** Also when a worker starts: what it finds may have come back with a backup. */
  readonly atOnce?: boolean;
  /** @returns how much there was to do */
  run(): Promise<number | typeof NOT_YET>;
}
