import {
  type FolderRecordings,
  folderForm,
  metadataOf,
  startFromName,
  readNamesBy,
  type FieldAtFault,
  type ManifestColumn,
  type UploadMetadata,
} from '#contracts';
import { readRecordingName, readSidecar, type SeenFile } from '#telephony/rules';

/**
 * What is known of a recording, or what of it is missing or cannot be read. `channelByName`: whose channel it has was said by its name alone,
 * which may be that of a stereo recording where the system was set up to record one channel.
 */
export type RecordingFacts =
  | { metadata: UploadMetadata; channelByName: boolean }
  | { faults: FieldAtFault[] }
  | 'sidecar';

/** What telephone records tell of a recording's call: no file and no setting says it better. */
export type ToldByRecords = Partial<Record<ManifestColumn, string>>;

/**
 * What the name of a recording says as its system gives names: VICIdial names one by the moment at which it starts it, and its stereo ones by
 * their channels. The names of other systems may mean otherwise, so that nothing is told by them.
 */
function saidByName(path: string, reader: string, zone: string): ToldByRecords {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const named = reader === 'vicidial' ? readRecordingName(file) : null;
  const began = named && startFromName(file, zone);
  return {
    ...(began && { recordingBeganAt: began.toISOString() }),
    ...(named?.channels && { agentChannel: named.channels[0] === 'agent' ? 'left' : 'right' }),
  };
}

/** Clocks of a file and of records agree that it ended with the talk: then it began so long before as it sounds. */
const AT_ONCE_MS = 2_000;

/**
 * When a recording began whose file was written until the talk was over; null: its time is not that of the records (it was copied, or
 * goes on after the talk).
 */
export function startByEnd(
  { modifiedAt, durationMs }: { modifiedAt: number; durationMs: number },
  endedAt: string | undefined,
): string | null {
  if (endedAt === undefined || Math.abs(modifiedAt - Date.parse(endedAt)) > AT_ONCE_MS) return null;
  return new Date(Math.round(modifiedAt - durationMs)).toISOString();
}

/** Parts of an upload's metadata that records tell. */
const OF_RECORDS = ['externalId', 'recordingExternalId', 'direction', 'startedAt', 'legs', 'agentChannel'];

/**
 * Puts together what is known of a recording: telephone records, where they were asked, then the file beside it say most, then its name, then
 * what the folder's settings say of all. Where none of them says it, it stays unknown, and consent most of all.
 * @param beside the text of its sidecar; null: there is none
 */
export function factsOf(
  file: SeenFile,
  beside: string | null,
  { source, about, zone, reader }: { source: string; about: FolderRecordings; zone: string; reader: string },
  records: ToldByRecords | null = null,
): RecordingFacts {
  const told = beside === null ? null : readSidecar(beside, { zone, map: about.sidecarNames });
  if (beside !== null && !told) return 'sidecar';
  const byName = saidByName(file.name, reader, zone);
  const better = { ...readNamesBy(about.names)(file.name), ...told?.entry };
  const said = { ...byName, ...better };
  const placed = { path: file.name, lastModified: file.modifiedAt };
  const form = folderForm(source, about);
  const others = { ...better, ...told?.own, ...records };
  const channelByName = byName.agentChannel !== undefined && !about.agentChannel && !('agentChannel' in others);
  const marked = (made: ReturnType<typeof metadataOf>) => ('faults' in made ? made : { ...made, channelByName });
  if (!records) return marked(metadataOf(form, { ...said, file: file.name }, placed, zone, told?.own));
  // Records say when the telephone rang.
  const { staffNumber, extension, ringSeconds: _, ...entry } = { ...said, ...records };
  // Whose telephone it was is asked only where nothing says who it was.
  const agent = staffNumber !== undefined ? { staffNumber } : extension !== undefined ? { extension } : {};
  const own = Object.fromEntries(Object.entries(told?.own ?? {}).filter(([name]) => !OF_RECORDS.includes(name)));
  return marked(metadataOf(form, { ...entry, ...agent, file: file.name }, placed, zone, own));
}
