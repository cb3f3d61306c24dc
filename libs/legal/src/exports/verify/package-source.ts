import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Readable } from 'node:stream';
import yauzl from 'yauzl';

/** A package as it came: a zip, or the folder that it was unpacked into. */
export interface PackageSource {
  /** Path within the package and how to read it; a path that is listed twice comes twice. */
  files: { path: string; open: () => Promise<Readable> }[];
  close: () => void;
}

/** @throws when it is neither a folder nor a zip */
export async function openPackage(path: string): Promise<PackageSource> {
  return (await stat(path)).isDirectory() ? folder(path) : zip(path);
}

async function folder(root: string): Promise<PackageSource> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((at) => ({ path: relative(root, at).split(sep).join('/'), open: async () => createReadStream(at) }));
  return { files, close: () => undefined };
}

async function zip(path: string): Promise<PackageSource> {
  const opened = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  const files: PackageSource['files'] = [];
  for await (const entry of opened.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    files.push({ path: entry.fileName, open: () => opened.openReadStreamPromise(entry) });
  }
  return { files, close: () => opened.close() };
}
