import {
  type FolderRecordings,
  folderForm,
  metadataOf,
  readNamesBy,
  type FieldAtFault,
  type ManifestColumn,
  type UploadMetadata,
} from '#contracts';
import { readSidecar } from '#telephony/rules';
import { type SeenFile } from '#telephony/rules';

/** What is known of a recording, or what of it is missing or cannot be read. */
export type RecordingFacts = { metadata: UploadMetadata } | { faults: FieldAtFault[] } | 'sidecar';

/** What telephone records tell of a recording's call: no file and no setting says it better. */
export type ToldByRecords = Partial<Record<ManifestColumn, string>>;

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
  { source, about, zone }: { source: string; about: FolderRecordings; zone: string },
  records: ToldByRecords | null = null,
): RecordingFacts {
  const told = beside === null ? null : readSidecar(beside, { zone, map: about.sidecarNames });
  if (beside !== null && !told) return 'sidecar';
  const said = { ...readNamesBy(about.names)(file.name), ...told?.entry };
  const placed = { path: file.name, lastModified: file.modifiedAt };
  const form = folderForm(source, about);
  if (!records) return metadataOf(form, { ...said, file: file.name }, placed, zone, told?.own);
  // Records say when the telephone rang.
  const { staffNumber, extension, ringSeconds: _, ...others } = { ...said, ...records };
  // Whose telephone it was is asked only where nothing says who it was.
  const agent = staffNumber !== undefined ? { staffNumber } : extension !== undefined ? { extension } : {};
  const own = Object.fromEntries(Object.entries(told?.own ?? {}).filter(([name]) => !OF_RECORDS.includes(name)));
  return metadataOf(form, { ...others, ...agent, file: file.name }, placed, zone, own);
}
