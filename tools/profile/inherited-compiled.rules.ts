/** Where Node keeps compiled scripts, for the processes that a launcher starts: see `tools/setup/node.mjs`. Nothing where it keeps none. */
export function inheritedCompiled({
  NODE_COMPILE_CACHE: folder,
}: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return folder ? { NODE_COMPILE_CACHE: folder } : {};
}
