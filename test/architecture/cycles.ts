import { stem, type Source } from './sources.js';

/**
 * Files that import each other, directly or round about, types included: one of them cannot be read, moved or tested without the others.
 * @returns each circle that is met, its files in the order of importing
 */
export function importCycles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map(({ path, imports }) => [stem(path), imports.flatMap(({ target }) => target ?? [])]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, trail: string[]): void => {
    const met = trail.indexOf(file);
    if (met >= 0) return void circles.push([...trail.slice(met), file].join(' → '));
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) follow(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) follow(file, []);
  return circles;
}

/**
 * Folders of a lib, and files at its root, that reach back, directly or round about, to one that imports them: none of them can be read without
 * the others.
 */
export function roomCircles(sources: readonly Source[], lib: string): string[] {
  const root = `libs/${lib}/src/`;
  const roomOf = (path: string) => (path.startsWith(root) ? path.slice(root.length).split('/')[0] : undefined);
  const imported = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const from = roomOf(stem(path));
    if (from === undefined || /\.(int-)?spec\.ts$|\.fixture\.ts$/.test(path)) continue;
    const to = imports.flatMap(({ target }) => (target && roomOf(target)) ?? []);
    imported.set(from, new Set([...(imported.get(from) ?? []), ...to.filter((one) => one !== from)]));
  }
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of imported.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  return [...imported.keys()].filter((room) => reached(room).has(room));
}
