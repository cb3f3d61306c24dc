import { readdirSync, readFileSync } from 'node:fs';
import { type Answer, type Lived } from './question.js';

/** What an object or a key may be called by, and what it belongs to. */
const KNOWN = `
  select right(id::text, 2) || '/' || id as name from stored_object
  union all select right(object_id::text, 2) || '/' || object_id from object_write
  union all select right(object_id::text, 2) || '/' || object_id from evidence_export where object_id is not null`;

/** Objects that no row knows: asked while the database still answers. */
export async function orphanFiles({ day }: Lived): Promise<string[]> {
  const { database, house } = day.installation;
  const { rows } = await database.query<{ name: string }>(KNOWN);
  const known = new Set(rows.map(({ name }) => name));
  return (await house.objects()).filter((name) => !known.has(name));
}

/** Processes that run under this day's clock and are not this one: asked after everything was stopped. */
export function orphanProcesses(): string[] {
  const clock = `FAKETIME_TIMESTAMP_FILE=${process.env['FAKETIME_TIMESTAMP_FILE']}`;
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid)
    .filter((pid) => fileOf(pid, 'environ').split('\0').includes(clock))
    .map((pid) => `process ${pid}: ${fileOf(pid, 'cmdline').replaceAll('\0', ' ').slice(0, 80)}`);
}

export const askLeftOver = (files: readonly string[]): Answer => {
  const found = [...files.map((file) => `file that no row knows: ${file}`), ...orphanProcesses()];
  return { question: 'is nothing left over, neither process nor file?', ok: found.length === 0, found };
};

function fileOf(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
