import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where sherpa-onnx and the program that loads it are on this machine. */
export interface SherpaLibrary {
  /** Folder of the package, which the child loads. */
  library: string;
  version: string;
  /** Plain Node program beside the sources: `libs/transcripts/child/sherpa.cjs`. */
  program: string;
  /** What the sandbox lends it. */
  readOnly: string[];
}

/** The installed library, or undefined: it is an optional dependency, and has binaries for some machines only. */
export function findSherpa(): SherpaLibrary | undefined {
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve('sherpa-onnx-node/package.json');
    const beside = createRequire(manifest);
    const binary = beside.resolve(`sherpa-onnx-${process.platform}-${process.arch}/package.json`);
    const { version } = require(manifest) as { version: string };
    const program = join(packageRoot(), 'libs/transcripts/child/sherpa.cjs');
    if (!existsSync(program)) return undefined;
    const library = dirname(manifest);
    return { library, version, program, readOnly: [library, dirname(binary), program] };
  } catch {
    return undefined;
  }
}

/** The nearest folder upwards with our package.json: the sources' and the compiled files' alike. */
function packageRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  throw new Error('the product is not in a package');
}
