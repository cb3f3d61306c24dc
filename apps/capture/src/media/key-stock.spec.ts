import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { KeyDamaged } from '#platform';
import { KeyStock, type KeyStockOptions } from './key-stock.js';

describe('keys that lie ready', () => {
  let directory: string;
  let away: boolean;
  const made = new Map<string, Buffer>();
  const troubles: unknown[] = [];
  const keys = {
    create: async () => {
      if (away) throw new Error('the key service is away');
      const [keyId, key] = [randomUUID(), randomBytes(32)];
      made.set(keyId, key);
      return { keyId, key };
    },
    unwrap: async (keyId: string) => {
      if (away) throw new Error('the key service is away');
      const key = made.get(keyId);
      if (!key) throw new KeyDamaged(keyId);
      return Buffer.from(key);
    },
    destroy: async () => undefined,
  };
  const open = () =>
    KeyStock.open({
      ...{ keys: keys as unknown as KeyStockOptions['keys'], directory, size: 3 },
      onTrouble: (error) => void troubles.push(error),
    });
  const file = () => join(directory, 'ready-keys.json');

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'stock-'));
    away = false;
    troubles.length = 0;
    const stock = await open();
    await stock.fill();
    await stock.close();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('are those of the process before, each given out once', async () => {
    const stock = await open();
    expect(stock.ready).toBe(3);
    const taken = stock.take()!;
    await taken.noted?.();
    await stock.close();
    const next = await open();
    await next.fill();
    expect([next.ready, made.has(taken.keyId)]).toEqual([3, true]);
    for (let i = 0; i < 3; i++) expect(next.take()?.keyId).not.toBe(taken.keyId);
    await next.close();
  });

  it('stay named while the key service is away, and are there when it is back', async () => {
    const before = readFileSync(file(), 'utf8');
    away = true;
    const stock = await open();
    expect([stock.ready, stock.take()]).toEqual([0, null]);
    await stock.fill();
    away = false;
    await stock.fill();
    expect(stock.ready).toBe(3);
    await stock.close();
    expect(JSON.parse(readFileSync(file(), 'utf8')).sort()).toEqual(JSON.parse(before).sort());
  });

  it.each(['[\"cut', '{}', '[7, \"no-key\"]'])('are made where their list is damaged: %s', async (list) => {
    writeFileSync(file(), list);
    const stock = await open();
    await stock.fill();
    expect(stock.ready).toBe(3);
    await stock.close();
  });
});
