import pg from 'pg';

const NAMES = new Map<string, string>();

/**
 * Names a statement that many requests ask: each connection reads and plans it once, instead of every time. For statements whose plan is the
 * same for all parameters, such as one row by its key. A migration that changes the type of a column in it needs a restart, as the update does.
 *
 * @param name unique in the process, shown in `pg_prepared_statements`
 * @returns the text, which any data source is given as ever
 */
export function prepared(name: string, text: string): string {
  NAMES.set(text, name);
  return text;
}

/** A connection that prepares the statements that were named. */
export class PreparingClient extends pg.Client {
  /** In all forms that the driver knows: only a text that was named is asked differently. */
  override query(asked: unknown, ...rest: unknown[]): never {
    const name = typeof asked === 'string' ? NAMES.get(asked) : undefined;
    return ask.call(this, name === undefined ? asked : { name, text: asked }, ...rest) as never;
  }
}

const ask = pg.Client.prototype.query as (this: pg.Client, asked: unknown, ...rest: unknown[]) => unknown;
