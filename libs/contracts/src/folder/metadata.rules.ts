import { LEG_FACTS, LISTED_FACTS, type ListedFact } from '../leg-facts.js';
import { uploadMetadataSchema, type UploadMetadata } from '../upload.js';
import { type ManifestEntry } from './manifest.rules.js';
import { startFromName } from './start-time.rules.js';

/** What is said once of all files of a batch. */
export interface BatchForm {
  source: string;
  direction: string;
  region: string;
  language: string;
  consent: string;
  /** With `not_required`: the ground. */
  consentReason: string;
  consentEvidence: string;
  consentReference: string;
  agentBy: 'staffNumber' | 'extension';
  agent: string;
  /** Of two-channel files; empty: they say it in the manifest, or there are none. */
  agentChannel: '' | 'left' | 'right';
  startedBy: 'name' | 'file_date';
  /** Facts that the telephone system knows and the sound does not tell. Empty or `unknown`: it is not known, and what rests on it is not counted. */
  transfer: string;
  hangupParty: string;
}

export interface FileFacts {
  path: string;
  /** Milliseconds since 1970, as the file system says. */
  lastModified: number;
}

/** Parts of a file's metadata that a person has to correct, by the names of the form and the manifest. */
export type FieldAtFault =
  | 'source'
  | 'externalId'
  | 'recordingExternalId'
  | 'direction'
  | 'startedAt'
  | 'recordingBeganAt'
  | 'language'
  | 'region'
  | 'consent'
  | 'customer'
  | 'matter'
  | 'agent'
  | 'times'
  | 'agentChannel';

/**
 * The metadata of one file from the form and, before it, its line of the manifest; or which parts do not do.
 * @param own whole parts of the metadata that the file's own word has, before both; the source stays the form's
 */
export function metadataOf(
  form: BatchForm,
  entry: ManifestEntry | null,
  file: FileFacts,
  timeZone: string,
  own: Readonly<Record<string, unknown>> = {},
): { metadata: UploadMetadata } | { faults: FieldAtFault[] } {
  const draft = drafted(form, entry ?? { file: '' }, file, timeZone);
  const parsed = uploadMetadataSchema.safeParse({ ...draft, ...own, source: form.source });
  if (parsed.success) return { metadata: parsed.data };
  return { faults: [...new Set(parsed.error.issues.map(({ path }) => faultAt(path.map(String))))] };
}

function drafted(form: BatchForm, entry: ManifestEntry, file: FileFacts, timeZone: string) {
  const named =
    form.startedBy === 'name' ? startFromName(file.path.slice(file.path.lastIndexOf('/') + 1), timeZone) : null;
  const number = entry.customerNumber;
  const agentChannel = entry.agentChannel ?? form.agentChannel;
  return leaveOut({
    source: form.source,
    // The end of a long path tells files apart better than its beginning.
    externalId: entry.externalId ?? file.path.slice(-200),
    recordingExternalId: entry.recordingExternalId,
    direction: entry.direction ?? form.direction,
    startedAt: entry.startedAt ?? (named ?? new Date(file.lastModified)).toISOString(),
    recordingBeganAt: entry.recordingBeganAt,
    language: entry.language ?? form.language,
    region: (entry.region ?? form.region).toUpperCase(),
    consent: consentOf(form, entry),
    customer: leaveOut({ number, name: entry.customerName }),
    matter: entry.matterId
      ? leaveOut({ externalId: entry.matterId, title: entry.matterTitle ?? entry.matterId })
      : undefined,
    legs: [legOf(form, entry)],
    agentChannel: agentChannel === '' ? undefined : agentChannel,
  });
}

function consentOf(form: BatchForm, entry: ManifestEntry): unknown {
  const state = entry.consent ?? form.consent;
  // A line with a state of its own is not given the batch's evidence: it was not of this call.
  const own = entry.consent !== undefined;
  const kind = entry.consentEvidence ?? (own ? '' : form.consentEvidence);
  const reference = entry.consentReference ?? (own ? '' : form.consentReference);
  const reason = entry.consentReason ?? (own ? '' : form.consentReason);
  const evidence = kind === '' ? undefined : leaveOut({ kind, reference: reference === '' ? undefined : reference });
  return leaveOut({ state, reason: state === 'not_required' ? reason : undefined, evidence });
}

function legOf(form: BatchForm, entry: ManifestEntry): unknown {
  const named = entry.staffNumber !== undefined || entry.extension !== undefined;
  const agent = named
    ? { staffNumber: entry.staffNumber, extension: entry.extension }
    : { [form.agentBy]: form.agent.trim() };
  const batch: Partial<Record<ListedFact, string>> = { transfer: form.transfer, hangupParty: form.hangupParty };
  const facts = LISTED_FACTS.map((name) => [name, factIn(name, known(entry[name] ?? batch[name] ?? ''))]);
  return leaveOut({ ...agent, ...Object.fromEntries(facts) });
}

const factIn = (name: ListedFact, said: string | undefined): string | number | undefined =>
  said !== undefined && LEG_FACTS[name].kind === 'seconds' ? Number(said.replace(',', '.')) : said;

const known = (said: string): string | undefined => (said === '' || said === 'unknown' ? undefined : said);

/** Without what is not known: left out means unknown. */
function leaveOut(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function faultAt([first = '', , third]: string[]): FieldAtFault {
  if (first !== 'legs') return first as FieldAtFault;
  return third === undefined || third === 'staffNumber' || third === 'extension' ? 'agent' : 'times';
}
