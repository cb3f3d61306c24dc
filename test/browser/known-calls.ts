import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type House } from '../support/house.js';

type Row = Record<string, unknown>;

/** Calls as telephone records would have them, without a recording, written by the owner of the database. */
export class KnownCalls {
  private constructor(readonly owner: pg.Client) {}

  static async of(product: House): Promise<KnownCalls> {
    const owner = new pg.Client(product.ownerUrl);
    await owner.connect();
    return new KnownCalls(owner);
  }

  end(): Promise<void> {
    return this.owner.end();
  }

  /** @returns its id */
  async call(startedAt: Date, call: Row, legs: readonly Row[]): Promise<string> {
    const id = randomUUID();
    await this.insert('call', {
      ...{ id, source: 'pbx', external_id: id, direction: 'inbound', classification: 'business', region: 'CN' },
      ...{ stage: 'ended', started_at: startedAt, stage_at: startedAt, created_at: startedAt },
      ...call,
    });
    for (const [position, leg] of legs.entries()) await this.leg(id, position, leg);
    return id;
  }

  leg(callId: string, position: number, leg: Row): Promise<void> {
    const place = { id: randomUUID(), call_id: callId, position, hold_spans: '[]', record_key: String(position) };
    return this.insert('leg', { ...place, ...leg });
  }

  async agent(staffNumber: string): Promise<{ person_id: string; team_id: string }> {
    const { rows } = await this.owner.query('select id, team_id from person where staff_number = $1', [staffNumber]);
    return { person_id: rows[0].id, team_id: rows[0].team_id };
  }

  private async insert(table: 'call' | 'leg', row: Row): Promise<void> {
    const places = Object.keys(row).map((_, index) => `$${index + 1}`);
    const into = `${table} (${Object.keys(row).join(', ')})`;
    await this.owner.query(`insert into ${into} values (${places.join(', ')})`, Object.values(row));
  }
}
