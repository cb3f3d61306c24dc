import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callsByParts, inTurn, parts } from '../by-parts.fixture.js';
import { asterisk } from './asterisk.rules.js';
import { compared, FIXTURES, OPTIONS, read, told } from './twelve-calls.fixture.js';

describe('twelve calls that a real Asterisk recorded', () => {
  it('are read as the telephones saw them, every value', () => {
    const calls = told(read(...readdirSync(FIXTURES).filter((name) => !name.endsWith('.jsonl'))));
    expect(calls).toHaveLength(12);
    expect(compared(calls, 0.15)).toEqual({ wrong: [], abstained: [], matched: 12 });
  });

  it.each([
    [['Cel.csv'], 0.15, 12, 0],
    [['queue_log', 'Master.csv'], 1, 12, 80],
    [['queue_log'], 1, 8, 70],
    [['Custom.csv'], 1, 12, 160],
  ])('from %j give nothing wrong, and lose only what the others knew', (files, within, matched, abstained) => {
    const found = compared(told(read(...files)), within);
    expect(found.wrong).toEqual([]);
    expect(found.matched).toBe(matched);
    expect(found.abstained.length).toBeLessThanOrEqual(abstained);
  });

  it.each([[['Cel.csv', 'queue_log', 'Master.csv']], [['Custom.csv']], [['queue_log']]])(
    'are found by the keys of their records in %j, a call at a time',
    (files) => {
      const records = read(...files);
      const calls = inTurn(asterisk.calls(records, OPTIONS));
      const all = parts(asterisk, records);
      expect(callsByParts(asterisk, all, OPTIONS)).toEqual(calls);
      // One telephone dialled twice within seconds.
      expect(all.length).toBeGreaterThanOrEqual(calls.length - 1);
    },
  );

  it('tell what happened and by which record', () => {
    const records = read('Cel.csv', 'queue_log');
    const call = asterisk.calls(records, OPTIONS).find(({ ids }) => ids.includes('pbx1-1796040670.21'));
    expect(call?.ids).toEqual(['pbx1-1796040659.19', 'pbx1-1796040670.21']);
    expect(call?.facts.customer?.value).toEqual({ withheld: false, e164: '+8613800002046', digits: '13800002046' });
    const said = records.find(({ id }) => id === call?.facts.hangupSide?.record);
    expect(said?.body).toMatchObject({ eventtype: 'HANGUP', uniqueid: 'pbx1-1796040659.19' });
  });

  it('hold no keypad digit, though the files do', () => {
    expect(readFileSync(join(FIXTURES, 'Cel.csv'), 'utf8')).toContain('""digit"":""1""');
    const records = read('Cel.csv');
    expect(records.filter(({ body }) => body['eventtype'] === 'DTMF')).toHaveLength(5);
    expect(JSON.stringify(records)).not.toContain('digit');
  });

  it('tell of two records that cannot both be right, and take neither', () => {
    const records = read('Cel.csv', 'queue_log').map((record) =>
      record.body['event'] === 'COMPLETEAGENT'
        ? { ...record, body: { ...record.body, event: 'COMPLETECALLER' } }
        : record,
    );
    const [call] = asterisk.calls(records, OPTIONS).filter(({ contradictions }) => contradictions.length > 0);
    expect(call?.id).toBe('pbx1-1796040599.6');
    expect(call?.facts.hangupSide).toBeUndefined();
    expect(call?.contradictions.map(({ field, said }) => [field, ...said.map(({ value }) => value)])).toEqual([
      ['hangupSide', 'agent', 'customer'],
      ['hangupSide', 'agent', 'customer'],
    ]);
  });

  it.each(['PARK_START', 'PICKUP'])(
    'say nothing of agents where %s shows a shape that was not seen for real',
    (type) => {
      const records = read('Cel.csv');
      const [start] = records.filter(
        ({ body }) => body['uniqueid'] === 'pbx1-1796040577.3' && body['eventtype'] === 'ANSWER',
      );
      if (!start) throw new Error('the call answers');
      const more = { ...start, id: 'more', at: (start.at ?? 0) + 9000, body: { ...start.body, eventtype: type } };
      const [call, other] = told([...records, more]);
      expect(call).toMatchObject({
        direction: 'inbound',
        customer: '+8613800002046',
        outcome: null,
        hangupSide: null,
        legs: [],
      });
      expect(other).toMatchObject({ outcome: 'answered' });
    },
  );

  it('are known while they go on', () => {
    const records = read('Cel.csv').filter(({ at }) => (at ?? 0) < Date.parse('2026-11-30T12:09:50Z'));
    const [call] = told(records);
    expect(call).toMatchObject({ outcome: 'answered', endedAt: null, hangupSide: null });
    expect(call?.legs.map(({ kind, outcome, holdSpans }) => [kind, outcome, holdSpans])).toEqual([
      ['queue', 'answered', []],
      ['agent', 'answered', null],
    ]);
  });
});

describe('a file of Asterisk', () => {
  const cel = (columns: string) =>
    `${columns}\n"CHAN_START","2026-11-30 20:00:00.5","Wang","201","","","","*","s","inside","PJSIP/201-00000001","","","3","","1796040000.1","1796040000.1","","",""`;

  it('is read by the names of its own first line, as FreePBX exports them', () => {
    const names =
      'eventtype,eventtime,cid_name,cid_num,cid_ani,cid_rdnis,cid_dnid,userfield,exten,context,channame,appname,appdata,amaflags,accountcode,uniqueid,linkedid,peer,userdeftype,extra';
    const found = asterisk.read({ name: 'cel.csv', text: cel(names) }, { ...OPTIONS, zone: 'Asia/Shanghai' });
    expect(found?.records[0]).toMatchObject({ kind: 'cel', at: Date.UTC(2026, 10, 30, 12) + 500 });
    expect(found?.records[0]?.body).toMatchObject({ channame: 'PJSIP/201-00000001', uniqueid: '1796040000.1' });
  });

  it('is read by names that its administrator gives', () => {
    const names =
      'Ereignis,eventtime,cid_name,cid_num,cid_ani,cid_rdnis,cid_dnid,userfield,exten,context,Kanal,appname,appdata,amaflags,accountcode,uniqueid,linkedid,peer,userdeftype,extra';
    const map = { ereignis: 'eventtype', kanal: 'channame' };
    expect(asterisk.read({ name: 'cel.csv', text: cel(names) }, OPTIONS)).toBeNull();
    expect(asterisk.read({ name: 'cel.csv', text: cel(names) }, { ...OPTIONS, map })?.records).toHaveLength(1);
  });

  it('names the lines that cannot be read, and reads the others', () => {
    const lines = readFileSync(join(FIXTURES, 'queue_log'), 'utf8').split('\n');
    const text = [...lines.slice(0, 3), 'torn', '1796040578|torn', ...lines.slice(3)].join('\n');
    const found = asterisk.read({ name: 'queue_log', text }, OPTIONS);
    expect(found?.unread).toEqual([
      { line: 4, what: 'time' },
      { line: 5, what: 'columns' },
    ]);
    expect(found?.records).toHaveLength(read('queue_log').length);
  });

  it.each(['', 'a,b,c\n1,2,3\n', '{"call":1}', '# What the records should be read as\n'])('is not %j', (text) => {
    expect(asterisk.read({ name: 'notes', text }, OPTIONS)).toBeNull();
  });
});
