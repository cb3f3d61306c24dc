import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ModelManifest, modelManifestSchema } from './model-manifest.js';

/** `incomplete`: a file is missing or has another length. `unreadable`: its description cannot be used. */
export type ModelState = 'ready' | 'incomplete' | 'unreadable';

export interface InstalledModel {
  /** Of its folder. */
  name: string;
  folder: string;
  state: ModelState;
  /** Absent where it is unreadable. */
  manifest?: ModelManifest;
  /** What is wrong, in words for an administrator; null when all is well. */
  problem: string | null;
}

/**
 * The models in a folder, by name. Lengths are compared, not contents: that takes a look at each file, and is done before every use.
 * `npm run models -- verify` reads the contents.
 */
export async function installedModels(modelsDir: string): Promise<InstalledModel[]> {
  const entries = await readdir(modelsDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => lookAt(join(modelsDir, name), name)));
}

async function lookAt(folder: string, name: string): Promise<InstalledModel> {
  const wrong = (state: ModelState, problem: string, manifest?: ModelManifest): InstalledModel => ({
    ...{ name, folder, state, problem },
    ...(manifest && { manifest }),
  });
  let json: unknown;
  try {
    json = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'));
  } catch {
    return wrong('unreadable', 'there is no model.json in it that is JSON');
  }
  const parsed = modelManifestSchema.safeParse(json);
  if (!parsed.success)
    return wrong(
      'unreadable',
      `its model.json says nothing usable at ${parsed.error.issues[0]?.path.join('.') || 'the top'}`,
    );
  if (parsed.data.name !== name) return wrong('unreadable', `its model.json is that of ${parsed.data.name}`);
  for (const { path, bytes } of Object.values(parsed.data.files)) {
    const found = await stat(join(folder, path)).catch(() => null);
    if (!found?.isFile()) return wrong('incomplete', `${path} is missing`, parsed.data);
    if (found.size !== bytes)
      return wrong('incomplete', `${path} has ${found.size} bytes instead of ${bytes}`, parsed.data);
  }
  return { name, folder, state: 'ready', manifest: parsed.data, problem: null };
}
