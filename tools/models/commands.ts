import { execFile } from 'node:child_process';
import { access, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { installedModels, type ModelManifest } from '#transcripts';
import { checkout, Trouble } from './checkout.js';
import { CATALOGUE, findEntry, RELEASES, type CatalogueEntry, type HubModel } from './catalogue.js';
import { fetchArchive, forget, sha256Of } from './fetch-archive.js';
import { descriptionOf, fromArchive, fromFolder, install, ownDescription } from './install.js';
import { ensurePackages } from './python.js';
import { bringWhisper, HUB } from './whisper-files.js';

export interface Wishes {
  modelsDir: string;
  say(line: string): void;
  /** Where to fetch from in place of the publisher: an address that has the archives by their names. */
  mirror?: string | undefined;
  /** The archive's SHA-256 as the operator learned it. */
  sha256?: string | undefined;
  /** Takes what comes the first time, and holds later fetches to it. */
  firstUse?: boolean | undefined;
  /** Which model of the catalogue a folder or archive is. */
  as?: string | undefined;
  /** The model hub, in place of the usual one. */
  hub?: string | undefined;
  /** A folder that has the files of a Whisper model, where nothing else can be reached. */
  folder?: string | undefined;
  reliableFromHz?: number | undefined;
}

/** What is installed, and what could be. */
export async function list({ modelsDir, say }: Wishes): Promise<void> {
  const installed = await installedModels(modelsDir);
  say(`Installed in ${modelsDir}:`);
  if (installed.length === 0) say('  nothing');
  for (const { name, state, problem, manifest } of installed)
    say(`  ${name}  ${manifest ? about(manifest) : ''}  ${problem ?? state}`);
  say('To be had with: npm run models -- pull NAME');
  for (const entry of CATALOGUE.filter(({ name }) => !installed.some((one) => one.name === name))) {
    const { name, kind, languages, sampleRate, megabytes, licence, from } = entry;
    say(`  ${name}  ${kind}  ${languages.join(' ') || 'any language'}  ${sampleRate} Hz  ${megabytes} MB`);
    say(`    ${placeOf(from)}`);
    say(`    licence: ${licence}; checksum: ${checksumOf(from) ?? 'not known here, see --sha256'}`);
  }
}

/** Fetches a model of the catalogue, checks it, and installs it. */
export async function pull(name: string, wishes: Wishes): Promise<void> {
  const entry = findEntry(name);
  if (!entry) throw new Trouble(`There is no ${name} in the catalogue. npm run models -- list shows what there is.`);
  const { from } = entry;
  if ('npm' in from) {
    const folder = await packageFolder(from.npm, from.sha256);
    const description = descriptionOf(entry, { source: from.npm, archiveSha256: from.sha256, trust: 'catalogue' });
    return done(await install(wishes.modelsDir, description, fromFolder(folder)), wishes);
  }
  if ('repository' in from) return pullWhisper(entry, from, wishes);
  const url = `${(wishes.mirror ?? RELEASES).replace(/\/+$/, '')}/${from.archive}`;
  const wanted = await wantedChecksum(entry, from.sha256, wishes);
  const path = join(wishes.modelsDir, '.fetched', from.archive);
  await mkdir(join(wishes.modelsDir, '.fetched'), { recursive: true });
  if (!(await isThere(path))) await fetchArchive(url, path, wishes.say);
  const found = await sha256Of(path);
  if (wanted.sha256 !== null && found !== wanted.sha256) {
    await forget(path);
    throw new Trouble(
      `${url} is not what was expected, and was thrown away: sha256 ${found}, expected ${wanted.sha256}.`,
    );
  }
  const description = descriptionOf(entry, {
    ...{ source: url, archiveSha256: found, trust: wanted.trust, reliableFromHz: wishes.reliableFromHz },
  });
  const manifest = await install(wishes.modelsDir, description, fromArchive(path)).catch(async (error: unknown) => {
    // What cannot be used must not be taken for fetched the next time.
    await forget(path);
    throw error;
  });
  await pin(wishes.modelsDir, name, found);
  await forget(path);
  if (wanted.trust === 'first-use')
    wishes.say(`No known checksum vouches for it. From now on it must keep this one: sha256 ${found}`);
  done(manifest, wishes);
}

/** Whisper needs Python's packages beside its files. */
async function pullWhisper(entry: CatalogueEntry, model: HubModel, wishes: Wishes): Promise<void> {
  const isKnown = Object.values(entry.files).every((name) => name in model.sums);
  if (!isKnown && !wishes.firstUse)
    throw new Trouble(
      `We have not seen all files of ${entry.name}, so their checksums are not known. Take what comes this once with --first-use.`,
    );
  await ensurePackages(wishes.modelsDir, wishes.say);
  const description = descriptionOf(entry, {
    source: `${model.repository}@${model.revision}`,
    archiveSha256: null,
    trust: isKnown ? 'catalogue' : 'first-use',
    reliableFromHz: wishes.reliableFromHz,
  });
  done(await install(wishes.modelsDir, description, bringWhisper(entry, model, wishes)), wishes);
}

/** The recogniser that a fresh machine gets; nothing where it is already there. */
export async function setUp(wishes: Wishes): Promise<void> {
  await ensurePackages(wishes.modelsDir, wishes.say);
  const models = await installedModels(wishes.modelsDir);
  const isThere = models.some(({ manifest, state }) => manifest?.kind === 'faster-whisper' && state === 'ready');
  if (!isThere) await pull('whisper-base', wishes);
}

/** Installs from a folder or an archive on this machine. */
export async function add(source: string, wishes: Wishes): Promise<void> {
  const path = resolve(source);
  const found = await stat(path).catch(() => null);
  if (!found) throw new Trouble(`There is no ${path}.`);
  const entry = findEntry(wishes.as ?? nameOfArchive(path));
  if (wishes.as !== undefined && !entry) throw new Trouble(`There is no ${wishes.as} in the catalogue.`);
  if (found.isDirectory()) {
    const description = entry
      ? descriptionOf(entry, {
          source: `folder ${path}`,
          archiveSha256: null,
          trust: 'local',
          reliableFromHz: wishes.reliableFromHz,
        })
      : await ownDescription(path);
    return done(await install(wishes.modelsDir, description, fromFolder(path)), wishes);
  }
  if (!entry || !('archive' in entry.from))
    throw new Trouble('Say which model of the catalogue the archive is: --as NAME.');
  const sha256 = await sha256Of(path);
  const wanted = wishes.sha256 ?? entry.from.sha256;
  if (wanted !== null && wanted !== sha256)
    throw new Trouble(`${path} is not what was expected: sha256 ${sha256}, expected ${wanted}.`);
  const description = descriptionOf(entry, {
    ...{ source: `archive ${path}`, archiveSha256: sha256, reliableFromHz: wishes.reliableFromHz },
    trust: wishes.sha256 === undefined ? 'local' : 'operator',
  });
  done(await install(wishes.modelsDir, description, fromArchive(path)), wishes);
}

/** Reads every file of every model and compares it with what was installed. */
export async function verify({ modelsDir, say }: Wishes): Promise<void> {
  const models = await installedModels(modelsDir);
  let bad = 0;
  for (const { name, folder, problem, manifest } of models) {
    const wrong: string[] = problem ? [problem] : [];
    for (const { path, sha256 } of problem ? [] : Object.values(manifest?.files ?? {}))
      if ((await sha256Of(join(folder, path))) !== sha256) wrong.push(`${path} is not what was installed`);
    bad += wrong.length > 0 ? 1 : 0;
    say(`  ${name}  ${wrong.length > 0 ? wrong.join('; ') : 'as installed'}`);
  }
  if (bad > 0)
    throw new Trouble(
      `${bad} of ${models.length} models cannot be used as they are. Install them again with pull or add.`,
    );
  say(models.length === 0 ? 'There are no models.' : `All ${models.length} models are as they were installed.`);
}

/** Says from which recorded rate on a model's words are relied on, after the operator has measured it. */
export async function trust(name: string, { modelsDir, reliableFromHz, say }: Wishes): Promise<void> {
  const model = (await installedModels(modelsDir)).find((one) => one.name === name);
  if (!model?.manifest) throw new Trouble(`There is no model ${name} in ${modelsDir}.`);
  if (reliableFromHz === undefined) throw new Trouble('Say from which rate on: --reliable-from 8000.');
  await writeFile(
    join(model.folder, 'model.json'),
    `${JSON.stringify({ ...model.manifest, reliableFromHz }, null, 2)}\n`,
  );
  say(`${name}: recordings from ${reliableFromHz} Hz on are relied on.`);
}

async function wantedChecksum(entry: CatalogueEntry, known: string | null, wishes: Wishes) {
  if (known !== null) return { sha256: known, trust: 'catalogue' as const };
  if (wishes.sha256 !== undefined) return { sha256: wishes.sha256, trust: 'operator' as const };
  const pinned = (await pins(wishes.modelsDir))[entry.name];
  if (pinned !== undefined) return { sha256: pinned, trust: 'first-use' as const };
  if (wishes.firstUse) return { sha256: null, trust: 'first-use' as const };
  throw new Trouble(
    `The checksum of ${entry.name} is not known here. Learn it from its publisher and give it with --sha256 HEX, ` +
      'or accept the file that comes now, and its checksum from then on, with --first-use.',
  );
}

const PINS = 'checksums.json';

async function pins(modelsDir: string): Promise<Record<string, string>> {
  return readFile(join(modelsDir, PINS), 'utf8').then(
    (text) => JSON.parse(text) as Record<string, string>,
    () => ({}),
  );
}

async function pin(modelsDir: string, name: string, sha256: string): Promise<void> {
  const known = await pins(modelsDir);
  await writeFile(join(modelsDir, PINS), `${JSON.stringify({ ...known, [name]: sha256 }, null, 2)}\n`);
}

/** In a process of its own: the set-up scripts are plain Node that runs before anything is compiled, and end theirs with words. */
async function packageFolder(spec: string, sha256: string): Promise<string> {
  const script = pathToFileURL(join(checkout(), 'tools/setup/npm-tarball.mjs')).href;
  const program =
    'const [script, ...of] = process.argv.slice(1); process.stdout.write((await import(script)).npmTarball(...of));';
  const args = ['--input-type=module', '-e', program, script, spec, sha256];
  const run = promisify(execFile)(process.execPath, args).catch((error: { stderr?: string }) => {
    throw new Trouble(error.stderr?.trim() || `${spec} could not be fetched.`);
  });
  return (await run).stdout;
}

function nameOfArchive(path: string): string {
  const bare = basename(path).replace(/\.tar\.(?:bz2|gz|xz)$|\.tgz$|\.tar$/, '');
  return CATALOGUE.find(({ from }) => 'archive' in from && from.archive === `${bare}.tar.bz2`)?.name ?? '';
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const about = ({ kind, languages, sampleRate, reliableFromHz }: ModelManifest): string =>
  `${kind}  ${languages.join(' ') || 'any language'}  ${sampleRate} Hz, relied on from ${reliableFromHz} Hz`;

function placeOf(from: CatalogueEntry['from']): string {
  if ('npm' in from) return `npm package ${from.npm}`;
  if ('archive' in from) return `${RELEASES}/${from.archive}`;
  return [...(from.pypi ?? []).map((name) => `PyPI ${name}`), `${HUB}/${from.repository}`].join(', ');
}

function checksumOf(from: CatalogueEntry['from']): string | null {
  return 'repository' in from ? (from.sums['model.bin'] ?? null) : from.sha256;
}

function done(manifest: ModelManifest, { say, modelsDir }: Wishes): void {
  say(
    `Installed ${manifest.name} in ${join(modelsDir, manifest.name)}: ${about(manifest)}. Licence: ${manifest.licence}.`,
  );
}
