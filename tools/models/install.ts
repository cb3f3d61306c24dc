import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelManifestSchema, type ModelManifest } from '#transcripts';
import type { CatalogueEntry } from './catalogue.js';
import { sha256Of } from './fetch-archive.js';
import { Trouble } from './checkout.js';
import { unpack } from './unpack.js';

/** What is said of a model besides its files. */
export type Description = Omit<ModelManifest, 'format' | 'files'> & { files: Readonly<Record<string, string>> };

export const descriptionOf = (
  entry: CatalogueEntry,
  from: Pick<Description, 'source' | 'archiveSha256' | 'trust'> & { reliableFromHz?: number | undefined },
): Description => {
  const { name, kind, languages, sampleRate, licence, files, modelingUnit } = entry;
  const reliableFromHz = from.reliableFromHz ?? entry.reliableFromHz ?? sampleRate;
  const told = { name, kind, languages: [...languages], sampleRate, licence, files, ...from, reliableFromHz };
  return { ...told, ...(modelingUnit && { modelingUnit }) };
};

/**
 * Puts a model into the models directory: in a folder of another name until all of its files are there and described, then under its own in
 * one step, in place of an older one. A process that dies in between leaves the older one as it was.
 */
export async function install(
  modelsDir: string,
  description: Description,
  bring: (folder: string, names: readonly string[]) => Promise<void>,
): Promise<ModelManifest> {
  await mkdir(modelsDir, { recursive: true });
  const staging = await mkdtemp(join(modelsDir, '.new-'));
  try {
    await bring(staging, [...new Set(Object.values(description.files))]);
    const manifest = await describe(staging, description);
    await writeFile(join(staging, 'model.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await replace(join(modelsDir, description.name), staging);
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function describe(folder: string, { files, ...rest }: Description): Promise<ModelManifest> {
  const described: ModelManifest['files'] = {};
  for (const [role, path] of Object.entries(files)) {
    const { size } = await stat(join(folder, path));
    if (size === 0) throw new Trouble(`${path} is empty.`);
    described[role] = { path, bytes: size, sha256: await sha256Of(join(folder, path)) };
  }
  const parsed = modelManifestSchema.safeParse({ format: 'shouwen.model/1', ...rest, files: described });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Trouble(`The model's description cannot be used: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return parsed.data;
}

async function replace(folder: string, staging: string): Promise<void> {
  const old = `${staging}-old`;
  const had = await rename(folder, old).then(
    () => true,
    () => false,
  );
  await rename(staging, folder);
  if (had) await rm(old, { recursive: true, force: true });
}

/** Files out of an archive. */
export const fromArchive =
  (archive: string) =>
  (folder: string, names: readonly string[]): Promise<void> =>
    unpack(archive, folder, names);

/** Files out of a folder, copied: the operator's own stay where they are. */
export const fromFolder =
  (source: string) =>
  async (folder: string, names: readonly string[]): Promise<void> => {
    const there = await readdir(source);
    const missing = names.filter((name) => !there.includes(name));
    if (missing.length > 0) throw new Trouble(`${source} has no ${missing.join(', no ')}.`);
    for (const name of names) await copyFile(join(source, name), join(folder, name));
  };

/** A description that lies beside the files: `model.json`, with names instead of checksums where these are not known. */
export async function ownDescription(source: string): Promise<Description> {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(await readFile(join(source, 'model.json'), 'utf8')) as Record<string, unknown>;
  } catch {
    throw new Trouble(
      `${source} has no model.json. Say which model of the catalogue it is (--as NAME), or describe it: docs/how-to/choose-an-engine.md.`,
    );
  }
  const files = Object.fromEntries(
    Object.entries((json['files'] ?? {}) as Record<string, string | { path: string }>).map(([role, file]) => [
      role,
      typeof file === 'string' ? file : file.path,
    ]),
  );
  if (Object.values(files).some((name) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)))
    throw new Trouble('model.json names a file by a path: plain names in the same folder only.');
  const given = {
    licence: 'not said',
    ...json,
    files,
    source: `folder ${source}`,
    archiveSha256: null,
    trust: 'local',
  };
  const { format: _, ...description } = given as typeof given & { format?: unknown };
  return { reliableFromHz: json['sampleRate'], ...description } as unknown as Description;
}
