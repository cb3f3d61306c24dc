/** Characters of a file that are looked at before it is sent. */
const SAMPLE = 60_000;

/** The beginning of a file of records: whole lines, or of a list of JSON whole objects. The first is always there. */
export function sampleOf(text: string, most = SAMPLE): string {
  const list = listIn(text);
  return list ? `[${beginning(list, most, ',')}]` : beginning(text.split('\n'), most, '\n');
}

function beginning(parts: readonly string[], most: number, between: string): string {
  let sample = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (sample.length + between.length + part.length > most) break;
    sample += between + part;
  }
  return sample;
}

function listIn(text: string): string[] | null {
  if (!/^\uFEFF?\s*\[/.test(text)) return null;
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(read) ? read.map((one) => JSON.stringify(one)) : null;
  } catch {
    return null;
  }
}
