/**
 * The last step of `npm run build:node`: puts the modules behind each compiled process, command and thread into a few files, in place. Node
 * looks for, reads and links each module on its own, and two thousand lie behind the API; a command takes only the part that it uses.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './progress.mjs';

const DIST = join(root, 'dist');

/** What Node starts: processes, commands and threads. */
const ENTRY =
  /^(apps\/[^/]+\/src\/main|(measure|tools)\/[^/]+\/main|tools\/journal\/(erase|export|verify)|(apps|libs)\/.+\.thread)\.ts$/;

/** Packages of many ES modules. The others stay where they are: many look for files beside themselves. */
const PACKED =
  /^(@nestjs\/(common|core|platform-fastify|platform-socket\.io|websockets)(\/|$)|zod(\/|$)|nodemailer|uuid$|diff$|csv-parse|pinyin-pro$)/;

const isOurs = (id) => id.startsWith(DIST + sep);
const placeOf = (file) => relative(DIST, file).split(sep).join('/');

/** A module of ours finds what lies beside it from where it lay, with the lines that TypeScript knows. */
const ours = {
  name: 'ours',
  resolveId(source, importer) {
    const isPackage = importer && !/^([./#]|node:)/.test(source);
    return isPackage && isOurs(importer) && !PACKED.test(source) ? { id: source, external: true } : null;
  },
  load(id) {
    if (!isOurs(id)) return null;
    const code = readFileSync(id, 'utf8')
      .replaceAll('import.meta.dirname', `__pathOf(new URL('${dirname(placeOf(id))}', __dist))`)
      .replaceAll('import.meta.url', `new URL('${placeOf(id)}', __dist).href`);
    const map = existsSync(`${id}.map`) ? JSON.parse(readFileSync(`${id}.map`, 'utf8')) : null;
    return { code, map, moduleSideEffects: false };
  },
};

const upToDist = (file) => '../'.repeat(file.split('/').length - 1) || './';

const entries = ['apps', 'libs', 'measure', 'tools']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true }).map((file) => join(top, file).split(sep).join('/')),
  )
  .filter((file) => ENTRY.test(file))
  .map((file) => file.slice(0, -'.ts'.length));
const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, join(DIST, `${name}.js`)])),
  platform: 'node',
  external: (id) => !isOurs(id) && !id.startsWith('#') && !/^[./]/.test(id) && !PACKED.test(id),
  plugins: [ours],
  logLevel: 'warn',
});
// Not before the new ones are known: a build that fails leaves the old one whole.
rmSync(join(DIST, 'chunks'), { recursive: true, force: true });
await bundle.write({
  dir: DIST,
  format: 'esm',
  sourcemap: true,
  keepNames: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  banner: ({ fileName }) =>
    `import { fileURLToPath as __pathOf } from 'node:url';\nconst __dist = new URL('${upToDist(fileName)}', import.meta.url);`,
});
