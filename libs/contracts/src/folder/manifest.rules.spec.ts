import { describe, expect, it } from '@jest/globals';
import { csvRecords, readCsv } from './csv-reading.rules.js';
import { readManifest } from './manifest.rules.js';

describe('reading CSV', () => {
  it('knows quotes, either line end, a byte order mark, and the line that an editor would show', () => {
    expect(readCsv('\uFEFFa,b\r\n"x, ""y""","1\n2"\r\n\r\nlast,cell')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"', '1\n2'] },
      { line: 5, cells: ['last', 'cell'] },
    ]);
  });

  it('takes semicolons where the first line has them', () => {
    expect(readCsv('a;b\n1,5;2')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', '2'] },
    ]);
  });

  it('gives every record as it stands where empty ones count', () => {
    expect(csvRecords('\uFEFFa,b\r\n\r\n"x ""y""", "1\n2"\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [''] },
      { line: 3, cells: ['x "y"', '1\n2'] },
    ]);
    expect(csvRecords('a;b;c\n1;2,5;3')[1]?.cells).toEqual(['1', '2,5', '3']);
    expect(csvRecords('a\tb\n1\t2')[1]?.cells).toEqual(['1', '2']);
  });
});

describe('a manifest', () => {
  it('names files with what is known of them, with columns in any case', () => {
    const { entries, faults } = readManifest('m.csv', 'FILE,StaffNumber,consent\n.\\sub\\a.wav,3071,\nb.wav,,declined');
    expect(faults).toEqual([]);
    expect(entries.get('sub/a.wav')).toEqual({ file: 'sub/a.wav', staffNumber: '3071', line: 2 });
    expect(entries.get('b.wav')).toEqual({ file: 'b.wav', consent: 'declined', line: 3 });
  });

  it('says in which line what is wrong, and keeps the lines that are right', () => {
    const { entries, faults } = readManifest('m.csv', 'file,colour\na.wav,red\n,blue\na.wav,green');
    expect(faults).toEqual([
      { line: 1, what: 'unknown_column', about: 'colour' },
      { line: 3, what: 'no_file', about: 'file' },
      { line: 4, what: 'file_twice', about: 'a.wav' },
    ]);
    expect([...entries.keys()]).toEqual(['a.wav']);
  });

  it('may be JSON, and says so when it cannot be read', () => {
    const { entries, faults } = readManifest('m.json', '[{"file":"a.wav","queueSeconds":4,"shape":1}]');
    expect(entries.get('a.wav')).toMatchObject({ queueSeconds: '4', line: 1 });
    expect(faults).toEqual([{ line: 1, what: 'unknown_column', about: 'shape' }]);
    expect(readManifest('m.json', '{"file":').faults).toEqual([{ line: 1, what: 'unreadable', about: '' }]);
    expect(readManifest('m.csv', '').faults).toEqual([{ line: 1, what: 'unreadable', about: '' }]);
  });
});
