import { stem, type Source } from './sources.js';

/**
 * Files that need each other when they are loaded, directly or round about: whichever comes first finds the other half made.
 * @returns each circle once, its files in the order of importing
 */
export function importCycles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map(({ path, imports }) => [
      stem(path),
      imports.flatMap(({ target, typeOnly }) => (target && !typeOnly ? [target] : [])),
    ]),
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
