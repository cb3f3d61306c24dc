import { type Manifest } from './manifest.rules.js';

/** What a package is made for; everything in it follows from this and from what is stored. */
export interface PackageOrder {
  exportId: string;
  request: Manifest['request'];
  requestedBy: Manifest['requestedBy'];
  recordingIds: readonly string[];
  builtAt: Date;
  signal: AbortSignal;
}
