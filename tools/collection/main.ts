/** `npm run collection [-- FOLDER]`: writes a collection for Bruno, a request for every route, in `dist/collection` or the folder named. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRoutes } from '../client/read-routes.js';
import { writeCollection } from './write-collection.rules.js';

const root = process.cwd();
const [given] = process.argv.slice(2);
const folder = given === undefined ? join(root, 'dist/collection') : resolve(process.env['INIT_CWD'] ?? root, given);
if (existsSync(folder) && readdirSync(folder).length > 0) {
  // Only what looks like an earlier run is replaced.
  if (!existsSync(join(folder, 'bruno.json'))) {
    process.stderr.write(`${folder} holds something else. Name an empty folder.\n`);
    process.exit(2);
  }
  rmSync(folder, { recursive: true });
}
const { routes, schemas } = readRoutes();
for (const [file, text] of writeCollection(routes, schemas)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}
process.stdout.write(`${folder}\n`);
