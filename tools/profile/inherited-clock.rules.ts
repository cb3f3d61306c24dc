/** The loader's setting, and libfaketime's own. */
const CLOCK = /^(?:LD_PRELOAD|FAKETIME(?:_[A-Z_]+)?)$/;

/**
 * The settings of a clock that a launcher runs under, for the processes that it starts: all of an installation live in one time, or leases,
 * sessions and due work mean something else to each of them. Nothing where the clock is the machine's.
 */
export function inheritedClock(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  if (!env['LD_PRELOAD']?.includes('libfaketime')) return {};
  const ours = Object.entries(env).filter(([name, value]) => CLOCK.test(name) && value !== undefined);
  return Object.fromEntries(ours) as Record<string, string>;
}

/** Where Node keeps compiled scripts, for the processes that a launcher starts: see `tools/setup/node.mjs`. Nothing where it keeps none. */
export function inheritedCompiled({
  NODE_COMPILE_CACHE: folder,
}: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return folder ? { NODE_COMPILE_CACHE: folder } : {};
}
