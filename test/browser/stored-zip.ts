/** A ZIP whose parts are stored as they are. Sums are left out: what reads it here does not look at them. */
export function storedZip(parts: Record<string, string>): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const place of [20, 24]) entry.writeUInt32LE(body.length, place);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(local, path, body);
    directory.push(entry, path);
    at += local.length + path.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const TYPES = 'http://schemas.openxmlformats.org';

/** A workbook as programs on .NET write it: names with prefixes, a hidden sheet first, and the sheet that is shown in a file of a later number. */
export function prefixedWorkbook(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
  const sheetOf = (all: readonly (readonly string[])[]) =>
    `<x:worksheet xmlns:x="${TYPES}/spreadsheetml/2006/main"><x:sheetData>${all
      .map((row) => `<x:row>${row.map(cell).join('')}</x:row>`)
      .join('')}</x:sheetData></x:worksheet>`;
  const relation = (id: string, target: string) => `<Relationship Id="${id}" Type="sheet" Target="${target}"/>`;
  const sheet = (name: string, id: string, state: string) => `<x:sheet name="${name}" r:id="${id}" state="${state}"/>`;
  return storedZip({
    'xl/workbook.xml': `<x:workbook xmlns:x="${TYPES}/spreadsheetml/2006/main" xmlns:r="${TYPES}/officeDocument/2006/relationships">
      <x:sheets>${sheet('old', 'a', 'hidden')}${sheet('new', 'b', 'visible')}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${TYPES}/package/2006/relationships">
      ${relation('a', 'worksheets/sheet1.xml')}${relation('b', '/xl/worksheets/sheet2.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheetOf([['old']]),
    'xl/worksheets/sheet2.xml': sheetOf(rows),
  });
}
