import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import wawoff2 from 'wawoff2';

const FONT = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2';

/** Type with Chinese and Latin letters for documents on paper. What is written with it is all that a document keeps of it. */
export const chineseType = async (): Promise<Uint8Array> =>
  wawoff2.decompress(await readFile(createRequire(import.meta.url).resolve(FONT)));
