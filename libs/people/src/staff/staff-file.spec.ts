import { readTable } from '../tables/read-table.js';
import { readStaffRow, STAFF_COLUMNS, teamFinder, type KnownTeam, type StaffRow } from './staff-file.rules.js';
import {
  noRowsSeen,
  planStaffRow,
  type KnownPerson,
  type PlannedRow,
  type StaffImportContext,
} from './staff-plan.rules.js';

const TEAM: KnownTeam = {
  teamId: 't1',
  clientId: 'c1',
  name: { zh: 'Service', en: 'Service' },
  client: { zh: 'Grüntal', en: 'Grüntal' },
};
const find = teamFinder([TEAM]);
const MAX: KnownPerson = {
  ...{ personId: 'p1', staffNumber: '1', nameZh: '马克斯', nameEn: 'Max', teamId: 't1', left: false, reachable: true },
  ...{ accountId: null, username: null, language: null, email: null, roles: [] },
};

async function read(text: string) {
  const { rows } = await readTable(Buffer.from(text), STAFF_COLUMNS);
  return rows.map((row) => readStaffRow(row, find));
}

function plan(row: StaffRow, known: KnownPerson | null): PlannedRow {
  const book: StaffImportContext = {
    people: new Map(known ? [[known.staffNumber, known]] : []),
    ...{ usernames: new Map<string, string>(), clientOf: new Map([['t1', 'c1']]) },
    importer: { personId: 'me', within: null, clients: [] },
  };
  return planStaffRow(row, book, noRowsSeen()) as PlannedRow;
}

describe('the names of a staff file', () => {
  it('are taken from one column where the file has one', async () => {
    const [max] = (await read('staff_number,name_en,team\n1,Max,Service\n')) as StaffRow[];
    expect(plan(max!, null).row.name).toEqual({ zh: 'Max', en: 'Max' });
    const [zhao] = (await read('工号,中文姓名,班组\n2,赵敏,Service\n')) as StaffRow[];
    expect(plan(zhao!, null).row.name).toEqual({ zh: '赵敏', en: '赵敏' });
  });

  it('are asked for where a line has none', async () => {
    const [problems] = await read('staff_number,name_zh,name_en,team\n1,,,Service\n');
    expect(problems).toMatchObject([{ line: 2, words: { en: expect.stringContaining('name_zh and name_en') } }]);
  });

  it('leave the one that the file does not have to a person who has two', async () => {
    const [row] = (await read('staff_number,name_en,team\n1,Max M.,Service\n')) as StaffRow[];
    expect(plan(row!, MAX)).toMatchObject({ row: { name: { zh: '马克斯', en: 'Max M.' } }, changes: ['name'] });
    const once = { ...MAX, nameZh: 'Max' };
    expect(plan(row!, once).row.name).toEqual({ zh: 'Max M.', en: 'Max M.' });
  });
});
