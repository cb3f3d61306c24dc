import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '#contracts';
import { asterisk } from './asterisk.rules.js';
import { compared, FIXTURES, OPTIONS, told } from './twelve-calls.fixture.js';

const NAMES =
  'eventtype eventtime cid_name cid_num cid_ani cid_dnid exten context channame appname appdata uniqueid linkedid peer userfield userdeftype eventextra'.split(
    ' ',
  );
/** What `cel_custom.conf` calls these columns since Asterisk 22. */
const NEWER =
  'EventType EventTime CIDName CIDNum CIDani CIDdnid Exten Context ChanName AppName AppData UniqueID LinkedID Peer UserField UserEventName Extra'.split(
    ' ',
  );

const FILES = ['Cel.csv', 'queue_log', 'Master.csv'];
type Files = Record<string, string>;
const real: Files = Object.fromEntries(FILES.map((name) => [name, readFileSync(join(FIXTURES, name), 'utf8')]));
const rows = readCsv(real['Cel.csv'] ?? '').map(({ cells }) => cells);

const written = (all: readonly string[][], separator = ','): string =>
  all.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\n');
const events = (keep: (type: string, stream: string) => boolean): string =>
  written(rows.filter((row) => keep(row[0] ?? '', row[15] ?? '')));
const times = (other: (time: string) => string): string =>
  written(rows.map((row) => row.map((cell, at) => (at === 1 ? other(cell) : cell))));
const everywhere = (other: (text: string) => string): Files =>
  Object.fromEntries(Object.entries(real).map(([name, text]) => [name, other(text)]));

const queueTable = (real['queue_log'] ?? '')
  .split('\n')
  .filter(Boolean)
  .map((line, at) => {
    const [time, ...cells] = line.split('|');
    const moment = new Date(Number(time) * 1000 + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    return [String(at), `${moment}.000000`, ...[...cells, '', '', '', '', ''].slice(0, 9)];
  });
const members = (text: string) => text.replaceAll('|PJSIP/101|', '|Wang Min|').replaceAll('|PJSIP/102|', '|Li Na|');
const iax = (text: string) =>
  text
    .replace(/PJSIP\/trunk-0*([0-9a-f]+)/g, (_, count: string) => `IAX2/trunk-${parseInt(count, 16) + 9000}`)
    .replace(/PJSIP\/(\d{11})@trunk/g, 'IAX2/trunk/$1');
const NATIVE = ['APP_START', 'CHAN_START', 'CHAN_END', 'ANSWER', 'HANGUP', 'BRIDGE_ENTER', 'BRIDGE_EXIT'];

/** The twelve calls as they would have been written by an Asterisk set up otherwise, and how much may then be unknown. */
const CONFIGURATIONS: Record<
  string,
  { files: Files; unknown?: number; within?: number; map?: Record<string, string> }
> = {
  'times since 1970': { files: { ...real, 'Cel.csv': times((time) => String(Date.parse(time) / 1000)) } },
  'times of whole seconds': { files: { ...real, 'Cel.csv': times((time) => time.replace(/\.\d+/, '')) }, within: 1 },
  'whole seconds, and CEL alone': { files: { 'Cel.csv': times((time) => time.replace(/\.\d+/, '')) }, within: 1 },
  'times of a zone that was not said': {
    files: {
      ...real,
      'Cel.csv': times((time) =>
        new Date(Date.parse(time) - 5 * 3_600_000).toISOString().slice(0, 23).replace('T', ' '),
      ),
    },
  },
  chan_sip: { files: everywhere((text) => text.replaceAll('PJSIP/', 'SIP/')) },
  'an IAX trunk': { files: everywhere(iax) },
  'no name of the system': { files: everywhere((text) => text.replaceAll('pbx1-', '')) },
  'telephones called by their users': {
    files: everywhere((text) => text.replaceAll('PJSIP/101', 'PJSIP/wang').replaceAll('PJSIP/102', 'PJSIP/li')),
  },
  'queue members with names': { files: { ...real, queue_log: members(real['queue_log'] ?? '') } },
  'queue members with names, without CEL': {
    files: { queue_log: members(real['queue_log'] ?? ''), 'Master.csv': real['Master.csv'] ?? '' },
    ...{ within: 1, unknown: 100 },
  },
  'a newer CEL as JSON': {
    files: {
      ...real,
      'Cel.csv': rows
        .map((row) => JSON.stringify(Object.fromEntries(row.map((cell, at) => [NEWER[at], cell]))))
        .join('\n'),
    },
  },
  'a newer CEL with names and tabs': { files: { ...real, 'Cel.csv': written([NEWER, ...rows], '\t') } },
  'columns in an order of its own': {
    files: { ...real, 'Cel.csv': written(rows.map((row) => row.toReversed())) },
    map: Object.fromEntries(NAMES.toReversed().map((name, at) => [String(at + 1), name])),
  },
  'numbers for events': {
    files: {
      ...real,
      'Cel.csv': written([NAMES, ...rows])
        .replaceAll('"CHAN_START"', '"1"')
        .replaceAll('"HANGUP"', '"3"'),
    },
  },
  'the queue_log in a table, in local time': { files: { ...real, queue_log: written(queueTable) } },
  'the queue_log in a table, and nothing else': { files: { queue_log: written(queueTable) }, within: 1, unknown: 80 },
  'no streams in CEL': { files: { ...real, 'Cel.csv': events((type) => !/STREAM|DTMF/.test(type)) }, unknown: 20 },
  'no music in CEL': { files: { ...real, 'Cel.csv': events((_, stream) => !stream.startsWith('MOH')) }, unknown: 20 },
  'the events of the sample': { files: { ...real, 'Cel.csv': events((type) => NATIVE.includes(type)) }, unknown: 20 },
  'a queue_log three seconds late': {
    files: { ...real, queue_log: (real['queue_log'] ?? '').replace(/^\d+/gm, (time) => String(Number(time) + 3)) },
    unknown: 40,
  },
};

describe('the twelve calls, written by an Asterisk with', () => {
  it.each(Object.entries(CONFIGURATIONS))(
    '%s give nothing wrong',
    (_, { files, unknown = 0, within = 0.15, map = {} }) => {
      const records = Object.entries(files).flatMap(([name, text]) => {
        const read = asterisk.read({ name, text }, { ...OPTIONS, map });
        expect(read?.unread).toEqual([]);
        return read?.records ?? [];
      });
      const calls = told(records);
      const found = compared(calls, within);
      expect(found.wrong).toEqual([]);
      expect(found.abstained.length).toBeLessThanOrEqual(unknown);
      expect(found.matched).toBe(calls.length);
    },
  );
});
