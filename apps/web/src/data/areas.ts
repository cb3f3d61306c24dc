import type { LiveArea } from '#contracts';

/** Below these hangs what was read; apart from how it is read, which the first view does without. */
export const LEGAL = ['legal'] as const;
export const STANDING_GRANTS = ['standing-grants'] as const;
export const RETENTION = ['retention'] as const;
/** What an upload begins with: the company profile says it. */
export const UPLOAD_FORM = ['upload-form'] as const;
export const HOLDS = ['holds'] as const;
export const DATA_REQUESTS = ['data-requests'] as const;
export const DISPUTES = ['disputes'] as const;
export const COACHING = ['coaching'] as const;
export const CALIBRATIONS = ['calibrations'] as const;
export const BEST_CALLS = ['best-calls'] as const;
export const LIVE_CALLS = ['live-calls'] as const;

/** What is read again when something happened in an area: the live socket says when. */
export const AREAS: Record<LiveArea, readonly (readonly string[])[]> = {
  legal: [LEGAL, STANDING_GRANTS],
  retention: [RETENTION, HOLDS, DATA_REQUESTS],
};
