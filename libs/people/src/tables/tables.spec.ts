import { decodeText } from '#contracts';
import { csvLine, readCell } from '#platform/rules';
import { codeFrom, codeHash, codeMatches } from '../invitations/code.rules.js';
import { spansClients } from '../roles/reach.rules.js';
import { readTable, type Columns } from './read-table.js';

const COLUMNS: Columns<'number' | 'name'> = {
  number: { headings: ['工号', 'staff number'], required: true },
  name: { headings: ['姓名', 'name'], required: false },
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@x', "'=1", '\tx', 'plain', 'a,"b"', '两\n行'])(
    '%j is taken for a formula by no spreadsheet and comes back',
    (text) => {
      const written = csvLine([text]);
      expect(/^"[=+\-@\t\r]/.test(written)).toBe(false);
      expect(readCell(written.slice(1, -3).replaceAll('""', '"'))).toBe(text);
    },
  );
});

describe('a table', () => {
  it('is read with comma, semicolon or tab, under Chinese or English headings, with the lines of the file', async () => {
    for (const text of ['工号,姓名\n\n1,甲\n', 'Staff_Number;Name\r\n\r\n1;甲\r\n', 'NAME\tstaff-number\n\n甲\t1\n']) {
      const { rows, problems } = await readTable(bytes(text), COLUMNS);
      expect([problems, rows]).toEqual([[], [{ line: 3, cells: { number: '1', name: '甲' } }]]);
    }
  });

  it('says which lines are wrong, and refuses what has not its columns or is too long', async () => {
    const broken = await readTable(bytes('工号,姓名\n1,甲,乙\n2,丙\n3,"丁\n'), COLUMNS);
    expect([broken.rows.map(({ line }) => line), broken.problems.length]).toEqual([[3], 2]);
    await expect(readTable(bytes('姓名\n甲\n'), COLUMNS)).rejects.toMatchObject({ code: 'columns_missing' });
    await expect(readTable(bytes('工号,工号\n1,2\n'), COLUMNS)).rejects.toMatchObject({ code: 'columns_missing' });
    await expect(readTable(bytes(''), COLUMNS)).rejects.toMatchObject({ code: 'file_empty' });
    const long = `工号\n${'1\n'.repeat(10_001)}`;
    await expect(readTable(bytes(long), COLUMNS)).rejects.toMatchObject({ code: 'too_many_rows' });
  });

  it('writes rows that it reads', async () => {
    const text = csvLine(['staff number', 'name']) + csvLine(['=7', '甲,"乙"']);
    const { rows } = await readTable(bytes(text), COLUMNS);
    expect(rows.map(({ cells }) => cells)).toEqual([{ number: '=7', name: '甲,"乙"' }]);
  });
});

describe('an encoding', () => {
  it('is told by its mark, else by what fits', () => {
    expect(decodeText(bytes('工号'))?.encoding).toBe('utf-8');
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toEqual({ text: 'a', encoding: 'utf-8' });
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0xe5, 0x5d]))).toEqual({ text: '工', encoding: 'utf-16le' });
    expect(decodeText(new Uint8Array([0xb9, 0xa4, 0xba, 0xc5]))).toEqual({ text: '工号', encoding: 'gb18030' });
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x00]))).toBeNull();
  });
});

describe('a code', () => {
  it('has 80 bits in groups of four, and is known however it is typed', () => {
    const code = codeFrom(Uint8Array.from({ length: 10 }, (_, i) => i * 25));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(codeMatches(codeHash(code), typed)).toBe(true);
    expect(
      codeMatches(
        codeHash(code),
        code.replace(/.$/, (last) => (last === '7' ? '8' : '7')),
      ),
    ).toBe(false);
    expect(codeFrom(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });
});

describe('roles of one account', () => {
  const clientOf = new Map([
    ['t1', 'A'],
    ['t2', 'A'],
    ['t3', 'B'],
  ]);
  const reach = (teamId: string | null, clientId: string | null = null) => ({
    role: 'supervisor' as const,
    teamId,
    clientId,
  });
  it.each([
    ['two teams of one client', [reach('t1')], reach('t2'), false],
    ['a team of another client', [reach('t1')], reach('t3'), true],
    ['another client', [reach('t1')], reach(null, 'B'), true],
    ['every client, which says so', [reach('t1')], reach(null), false],
    ['a client beside every client', [reach(null)], reach('t3'), false],
    ['own calls beside anything', [{ role: 'agent' as const, teamId: null, clientId: null }], reach('t3'), false],
  ])('%s', (_, held, wanted, spans) => expect(spansClients(held, wanted, clientOf)).toBe(spans));
});
