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

/** Folders of a lib that reach back, directly or round about, to one that imports them. @returns the folders that do */
export function reachesBack(sources: readonly Source[], lib: string, folder: string): string[] {
  const root = `libs/${lib}/src/`;
  const folderOf = (path: string) =>
    path.startsWith(root) ? path.slice(root.length).split('/').slice(0, -1)[0] : undefined;
  const imported = new Map<string, Set<string>>();
  for (const { path, imports } of sources) {
    const from = folderOf(path);
    if (from === undefined || /\.(int-)?spec\.ts$|\.fixture\.ts$/.test(path)) continue;
    const to = imports.flatMap(({ target }) => (target && folderOf(target)) ?? []);
    imported.set(from, new Set([...(imported.get(from) ?? []), ...to.filter((one) => one !== from)]));
  }
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of imported.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  return [...reached(folder)].filter((below) => below !== folder && reached(below).has(folder));
}
