/** What the operating system says about a process. */
export interface ProcessFacts {
  /** One-letter state as `ps` gives it; `Z` is a zombie, which is dead but still answers `kill -0`. */
  readonly state: string;
  readonly parentPid: number;
  readonly args: readonly string[];
  /** Working directory, where the system tells. A postmaster always works in its data directory. */
  readonly cwd?: string;
}

/**
 * - `stale`: the pid file outlived its postmaster and may be removed.
 * - `orphan`: a live postmaster of this cluster whose launcher is gone, so that no other process uses it on purpose.
 * - `in-use`: a live postmaster whose launcher lives too.
 */
export type PostmasterVerdict = 'stale' | 'orphan' | 'in-use';

/** Names the launcher on the postmaster's own command line, where it appears and disappears with the process. */
export const LAUNCHER_SETTING = 'shouwen.launcher_pid';

/** Judges the process that a cluster's `postmaster.pid` names. Unknown facts count as `in-use`: two postmasters on one cluster destroy it. */
export function judgePostmaster(facts: ProcessFacts | undefined, clusterDir: string): PostmasterVerdict {
  if (!facts || facts.state.startsWith('Z') || facts.state.startsWith('X')) return 'stale';
  if (!/(^|\/)(postgres|postmaster)$/.test(facts.args[0] ?? '')) return 'stale';
  if (facts.cwd !== undefined && facts.cwd !== clusterDir) return 'stale';
  const launcher = launcherPid(facts.args);
  // A child is re-parented exactly when its parent dies, so another parent than the launcher means the launcher is dead.
  return launcher !== undefined && launcher !== facts.parentPid ? 'orphan' : 'in-use';
}

function launcherPid(args: readonly string[]): number | undefined {
  const setting = args.find((arg) => arg.startsWith(`${LAUNCHER_SETTING}=`));
  return setting === undefined ? undefined : Number(setting.slice(LAUNCHER_SETTING.length + 1));
}
