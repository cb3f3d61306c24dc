import { readFileSync } from 'node:fs';
import { type z } from 'zod';
import { InputError } from './input-error.js';

/** @throws InputError */
export function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

/** @throws InputError */
export function parse<T>(text: string, where: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${where}: not JSON: ${(error as Error).message}`);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(`${where}: ${issue!.path.length > 0 ? `"${issue!.path.join('.')}": ` : ''}${issue!.message}`);
}

/** @throws InputError */
export const parseLines = <T>(file: string, schema: z.ZodType<T>): T[] =>
  read(file)
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, `${file}:${i + 1}`, schema)]));
