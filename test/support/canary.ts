import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The forms in which a text could lie somewhere by mistake. */
export function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [...formsOfBytes(utf8), Buffer.from(text, 'utf16le'), Buffer.from(escaped)];
}

/** The same of what is no text, such as a key. */
export function formsOfBytes(bytes: Buffer): Buffer[] {
  // Base64 of the bytes at each of the three places where they can begin within longer ones.
  const base64 = [0, 1, 2].map((lead) => {
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString('base64');
    return encoded.slice(Math.ceil((lead * 4) / 3), -4);
  });
  return [bytes, ...[bytes.toString('hex'), ...base64].map((form) => Buffer.from(form))];
}

/** Files below a folder that hold any of the forms. */
export async function filesHolding(dir: string, forms: readonly Buffer[]): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    if (forms.some((form) => content.includes(form))) found.push(path);
  }
  return found;
}
