import { readFile } from 'node:fs/promises';
import { headSchema } from './export-file.js';
import { type SignedHead } from './journal-line.js';

/**
 * Signed heads that somebody kept: one JSON object, or one a line as the worker writes them. A last line that a crash cut short does not
 * count. @throws when there is none
 */
export async function readHeldHeads(path: string): Promise<SignedHead[]> {
  const text = await readFile(path, 'utf8');
  const whole = headOf(text);
  const heads = whole ? [whole] : text.split('\n').flatMap((line) => headOf(line) ?? []);
  if (heads.length === 0) throw new Error(`${path} holds no signed head of a journal`);
  return heads;
}

function headOf(text: string): SignedHead | null {
  try {
    return headSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
