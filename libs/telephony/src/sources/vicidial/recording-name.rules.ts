/** What the name of a recording says of it; what it does not say is null. */
export interface NamedRecording {
  /** As it is written, in the server's time zone: `20261130-120937`. */
  began: string;
  number: string;
  user: string | null;
}

/**
 * Reads the names that VICIdial gives by default (`FULLDATE_CUSTPHONE`), with the agent where a campaign adds it, and `-all` where both sides
 * are in the file. Which channel is whose its documentation does not say, so it is asked, not guessed.
 */
export function readRecordingName(file: string): NamedRecording | null {
  const [, began, number, user] =
    /^(\d{8}-\d{6})_(\d{3,15})(?:_(\w+?))?(?:-(?:all|in|out))?\.(?:wav|mp3|gsm|ogg)$/i.exec(file) ?? [];
  return began !== undefined && number !== undefined ? { began, number, user: user ?? null } : null;
}
