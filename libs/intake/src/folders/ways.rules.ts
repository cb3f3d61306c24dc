import { isAbsolute, relative, resolve } from 'node:path';

/** Whether a path is this folder or lies below it; as written, links are not looked at. */
export function liesBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith('../'));
}

export interface WatchableFolders {
  /** Directories that the operator allows. */
  allowed: readonly string[];
  /** What is the product's own, and never watched. */
  own: readonly string[];
}

/** Whether a folder may be watched: under what is allowed, and neither around nor within what is the product's own. */
export function mayWatch(path: string, { allowed, own }: WatchableFolders): boolean {
  const folder = resolve(path);
  return (
    isAbsolute(path) &&
    allowed.some((one) => liesBelow(folder, one)) &&
    !own.some((one) => liesBelow(folder, one) || liesBelow(one, folder))
  );
}
