import { type SpoolOptions } from '#capture';
import { type RtpSocketsOptions } from './rtp-sockets.js';

export interface MediaOptions {
  readonly spool: Omit<SpoolOptions, 'onTrouble'>;
  readonly sockets: Omit<RtpSocketsOptions, 'onTrouble'>;
  /** Sessions at once. */
  readonly calls: number;
  /** Milliseconds since 1970 that never go back while a session runs. */
  readonly now: () => number;
  /** No session runs: the clock may be set by the one on the wall. */
  readonly onIdle?: () => void;
  /** Sessions that lie elsewhere: what is left of them here is let go. */
  readonly moved?: ReadonlySet<string>;
  readonly onTrouble: (error: unknown, doing: string) => void;
}
