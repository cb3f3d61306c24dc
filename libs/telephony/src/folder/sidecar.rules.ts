import { directionOf, MANIFEST_COLUMNS, type ManifestColumn } from '#contracts';
import { readTime } from '../records/times.rules.js';

/**
 * What recorders call these, without strokes and in small letters. Names that mean one thing with one recorder and another with the next
 * (whose number `caller` is, the unit of `queuetime`) are not here: they have to be said.
 */
const OTHER_NAMES: Readonly<Record<string, ManifestColumn>> = {
  ...{ callid: 'externalId', callguid: 'externalId', uniqueid: 'externalId', ucid: 'externalId' },
  ...{ conversationid: 'externalId', interactionid: 'externalId', recordingid: 'recordingExternalId' },
  ...{
    starttime: 'startedAt',
    startdatetime: 'startedAt',
    callstarttime: 'startedAt',
    recordingstarttime: 'recordingBeganAt',
    recordingstart: 'recordingBeganAt',
  },
  ...{ endtime: 'endedAt', enddatetime: 'endedAt', stoptime: 'endedAt', callendtime: 'endedAt' },
  ...{ answertime: 'answeredAt', connecttime: 'answeredAt', calldirection: 'direction' },
  ...{ agentextension: 'extension', localextension: 'extension', stationid: 'extension' },
  ...{ employeeid: 'staffNumber', employeenumber: 'staffNumber', agentnumber: 'staffNumber', agentid: 'staffNumber' },
  ...{ customerphone: 'customerNumber', remoteparty: 'customerNumber', remotenumber: 'customerNumber' },
};

/** Numbers that are the customer's on the side from which the call came, and the company's own on the other. */
const FROM_NUMBERS = ['ani', 'callernumber', 'callingnumber', 'callingparty', 'fromnumber'];
const TO_NUMBERS = ['dnis', 'callednumber', 'calledparty', 'diallednumber', 'dialednumber', 'tonumber'];

/** What lies beside a recording and tells of it. */
export interface Sidecar {
  /** By the columns of a manifest. */
  entry: Partial<Record<ManifestColumn, string>>;
  /** Whole parts of an upload's metadata, where that is what it is; they are checked as an upload's are. */
  own: Readonly<Record<string, unknown>>;
}

export interface SidecarOptions {
  /** IANA; the zone of times that name none. */
  zone: string;
  /** What a name is called here → a column of the manifest; before the names that are known. */
  map: Readonly<Record<string, string>>;
}

const TIMES: readonly ManifestColumn[] = ['startedAt', 'recordingBeganAt', 'alertedAt', 'answeredAt', 'endedAt'];
const LONGEST = 300;
/** No recorder nests deeper. */
const DEEPEST = 16;

/**
 * Reads a file of metadata: an upload's own, or what a recorder writes as JSON or XML, by the names of its fields wherever they stand. What
 * no name tells stays unknown. Null: it is neither.
 */
export function readSidecar(text: string, options: SidecarOptions): Sidecar | null {
  const source = text.replace(/^\uFEFF/, '').trimStart();
  if (source.startsWith('<')) return read(xmlFields(source), options);
  const found = parsed(source);
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return null;
  if ('legs' in found) return { entry: {}, own: found as Record<string, unknown> };
  return read(jsonFields(found), options);
}

function read(fields: ReadonlyMap<string, string> | null, { zone, map }: SidecarOptions): Sidecar | null {
  if (!fields) return null;
  const columns = new Map<string, ManifestColumn>([
    ...Object.entries(OTHER_NAMES),
    ...MANIFEST_COLUMNS.map((column): [string, ManifestColumn] => [plain(column), column]),
    ...Object.entries(map).flatMap(([theirs, ours]): [string, ManifestColumn][] => {
      const column = MANIFEST_COLUMNS.find((name) => name === ours);
      return column ? [[plain(theirs), column]] : [];
    }),
  ]);
  const entry: Sidecar['entry'] = {};
  for (const [name, value] of fields) {
    const column = columns.get(name);
    if (column && column !== 'file' && entry[column] === undefined && value !== '') entry[column] = value;
  }
  for (const column of TIMES) {
    const time = entry[column] === undefined ? null : readTime(entry[column], zone);
    // One that cannot be read stays as it is, and is refused by name.
    if (time) entry[column] = new Date(Math.round(time.at)).toISOString();
  }
  // A recorder that tells of its recording alone says of the call what it knows.
  if (entry.startedAt === undefined && entry.recordingBeganAt !== undefined) entry.startedAt = entry.recordingBeganAt;
  if (entry.direction !== undefined) entry.direction = directionOf(entry.direction);
  const customers = { inbound: FROM_NUMBERS, outbound: TO_NUMBERS }[entry.direction ?? ''] ?? [];
  const number = customers.map((name) => fields.get(name)).find(Boolean);
  return {
    entry: entry.customerNumber === undefined && number ? { ...entry, customerNumber: number } : entry,
    own: {},
  };
}

/** `Start_Time`, `start-time` and `rec:startTime` are one name. */
const plain = (name: string): string =>
  name
    .slice(name.lastIndexOf(':') + 1)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Leaves by their own names, the first of a name before later ones; lists are of no one call. */
function jsonFields(value: object, fields = new Map<string, string>(), depth = 0): Map<string, string> {
  for (const [name, one] of Object.entries(value) as [string, unknown][])
    if (typeof one === 'object' && one !== null) {
      if (!Array.isArray(one) && depth < DEEPEST) jsonFields(one, fields, depth + 1);
    } else put(fields, name, one === null ? '' : String(one));
  return fields;
}

/** Names are matched without backtracking: otherwise a name of 64 KB would block the process for ten seconds. */
const TAG = /<([A-Za-z_][\w:.-]*)(?![\w:.-])([^<>]*)>([^<]*)/g;
const ATTRIBUTE = /(?<![\w:.-])([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Elements with text and attributes. Null: it defines entities, which nothing that is honest needs, or holds no element. */
function xmlFields(text: string): Map<string, string> | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  const fields = new Map<string, string>();
  const flat = text.replaceAll(/<!\[CDATA\[([^\]]{0,300})\]\]>/g, (_, inner: string) => inner.replaceAll('<', '&lt;'));
  let found = false;
  for (const [, name = '', attributes = '', inner = ''] of flat.matchAll(TAG)) {
    found = true;
    for (const [, key = '', one, other] of attributes.matchAll(ATTRIBUTE))
      put(fields, key, unescape(one ?? other ?? ''));
    put(fields, name, unescape(inner));
  }
  return found ? fields : null;
}

function put(fields: Map<string, string>, name: string, value: string): void {
  const key = plain(name);
  if (!fields.get(key)) fields.set(key, value.trim().slice(0, LONGEST));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(lt|gt|amp|quot|apos));/gi,
    (_, ten?: string, sixteen?: string, name?: string) =>
      name
        ? (ENTITIES[name.toLowerCase()] ?? '')
        : String.fromCodePoint(Math.min(0x10ffff, ten ? Number(ten) : parseInt(sixteen ?? '20', 16))),
  );
