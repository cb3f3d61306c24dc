/** Compiles one source for the tests, as `tsc` would for the product, and keeps it beside jest's own cache. */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '../../..');
/** What a compiled file depends on besides its source. */
const COMPILER = [readFileSync(join(ROOT, '.swcrc'), 'utf8'), require('@swc/core/package.json').version].join('\n');

/** @returns the compiled text; its source map lies at `mapOf`, for stack traces */
function compile(file, source, folder) {
  const kept = keptAt(source, folder);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code, map } = require('@swc/core').transformSync(source, {
    filename: file,
    cwd: ROOT,
    configFile: join(ROOT, '.swcrc'),
    sourceMaps: true,
  });
  mkdirSync(folder, { recursive: true });
  // The map first, so that code in the cache always has its map.
  put(`${kept}.map`, map);
  put(kept, code);
  return code;
}

const mapOf = (source, folder) => `${keptAt(source, folder)}.map`;

const keptAt = (source, folder) =>
  join(folder, `${createHash('sha256').update(COMPILER).update(source).digest('hex')}.js`);

/** Whole or not at all: workers write the same files at once. */
function put(path, text) {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

module.exports = { compile, mapOf };
