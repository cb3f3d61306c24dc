/** What the name of a recording says of it; what it does not say is null. */
export interface NamedRecording {
  /** As it is written, in the server's time zone: `20261130-120937`. */
  began: string;
  number: string;
  user: string | null;
  /** Whose channels it has, the left first, where it is VICIdial's own stereo recording; null: it is of one channel, or may be. */
  channels: readonly ['agent', 'customer'] | null;
  /** Whose channel is silent, since the recording was made of the other side alone. */
  silent: 'agent' | 'customer' | null;
}

/** Prefixes of stereo recordings that run beside the others: of the customer alone, with the customer muted, of both. */
const SILENT: Record<string, NamedRecording['silent']> = { CO: 'agent', CM: 'customer', FR: null };

/**
 * Reads the names that VICIdial gives by default (`FULLDATE_CUSTPHONE`), with the agent where a campaign adds it, and `-all` where both sides
 * are in one channel. Its stereo recordings (since October 2025, `S_…`) have the customer right and the agent, with all others, left.
 */
export function readRecordingName(file: string): NamedRecording | null {
  const [, parallel, stereo, began, number, user] =
    /^(?:(CO|CM|FR)_)?(S_)?(\d{8}-\d{6})_(\d{3,15})(?:_(\w+?))?(?:-(?:all|in|out))?\.(?:wav|mp3|gsm|ogg)$/i.exec(
      file,
    ) ?? [];
  if (began === undefined || number === undefined) return null;
  const isStereo = parallel !== undefined || stereo !== undefined;
  return {
    ...{ began, number, user: user ?? null },
    channels: isStereo ? ['agent', 'customer'] : null,
    silent: SILENT[parallel?.toUpperCase() ?? ''] ?? null,
  };
}
