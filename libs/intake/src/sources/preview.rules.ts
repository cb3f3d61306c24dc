import { readCsv, type PreviewedCall, type RecordsPreview, type RecordsPreviewQuestion } from '#contracts';
import { printed, SOURCES, type FoldedCall } from '#telephony/rules';

const CALLS = 5;
const LINES = 20;
const EXAMPLE = 60;

/** What a piece of a file tells: which reader knows it, its columns, its first calls, and the lines that cannot be read. */
export function previewOf({ name, text, settings, reader }: RecordsPreviewQuestion): RecordsPreview {
  const lower = Object.entries(settings.map).map(([theirs, ours]) => [theirs.toLowerCase(), ours] as const);
  const options = { ...settings, map: Object.fromEntries(lower) };
  const read = SOURCES.flatMap((source) => {
    const found = source.read({ name, text }, options);
    return found && found.records.length > 0 ? [{ source, found }] : [];
  });
  const chosen = read.find(({ source }) => reader === null || source.name === reader);
  const records = chosen?.found.records ?? [];
  const unreadLines = chosen?.found.unread ?? [];
  const calls = chosen ? chosen.source.calls(records, options, chosen.source.survey(records)) : [];
  return {
    known: read.map(({ source }) => source.name),
    reader: chosen?.source.name ?? null,
    columns: columnsIn(text).map(({ theirs, example }) => ({
      ...{ theirs, example },
      ours: options.map[theirs.toLowerCase()] ?? null,
    })),
    records: records.length,
    unread: unreadLines.length,
    unreadLines: unreadLines.slice(0, LINES),
    calls: calls.slice(0, CALLS).map(previewed),
  };
}

function columnsIn(text: string): { theirs: string; example: string }[] {
  if (/^\s*[[{]/.test(text)) {
    const [first] = objectsIn(text);
    return Object.entries(first ?? {}).map(([theirs, one]) => ({
      theirs,
      example: shortened(typeof one === 'string' ? one : JSON.stringify(one)),
    }));
  }
  const [first, second] = readCsv(text.split('\n', 3).join('\n'));
  // Names hold no long numbers, and records of calls nearly always do.
  const isNamed = first?.cells.every((cell) => !/\d{4}/.test(cell)) ?? false;
  return (first?.cells ?? []).map((cell, at) => ({
    theirs: isNamed ? cell : String(at + 1),
    example: shortened((isNamed ? second?.cells[at] : cell) ?? ''),
  }));
}

function objectsIn(text: string): Record<string, unknown>[] {
  try {
    const source = text.trimStart();
    const read: unknown = JSON.parse(source.startsWith('[') ? source : (source.split('\n', 1)[0] ?? ''));
    return (Array.isArray(read) ? read : [read]) as Record<string, unknown>[];
  } catch {
    return [];
  }
}

const shortened = (value: string): string => value.slice(0, EXAMPLE);

function previewed(call: FoldedCall): PreviewedCall {
  const told = printed(call, true) as unknown as Omit<PreviewedCall, 'id' | 'legs'> & { legs: PreviewedCall['legs'] };
  return {
    ...{ id: call.id, startedAt: told.startedAt, direction: told.direction },
    ...{ customer: told.customer, outcome: told.outcome },
    legs: told.legs.map(({ kind, extension, outcome, ringSeconds }) => ({ kind, extension, outcome, ringSeconds })),
  };
}
