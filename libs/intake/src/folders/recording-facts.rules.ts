import {
  type FolderRecordings,
  folderForm,
  metadataOf,
  readNamesBy,
  type FieldAtFault,
  type UploadMetadata,
} from '#contracts';
import { readSidecar } from '#telephony/rules';
import { type SeenFile } from '#telephony/rules';

/** What is known of a recording, or what of it is missing or cannot be read. */
export type RecordingFacts = { metadata: UploadMetadata } | { faults: FieldAtFault[] } | 'sidecar';

/**
 * Puts together what is known of a recording: the file beside it says most, then its name, then what the folder's settings say of all. Where
 * none of them says it, it stays unknown, and consent most of all.
 * @param beside the text of its sidecar; null: there is none
 */
export function factsOf(
  file: SeenFile,
  beside: string | null,
  { source, about, zone }: { source: string; about: FolderRecordings; zone: string },
): RecordingFacts {
  const told = beside === null ? null : readSidecar(beside, { zone, map: about.sidecarNames });
  if (beside !== null && !told) return 'sidecar';
  const named = readNamesBy(about.names)(file.name);
  const entry = { ...named, ...told?.entry, file: file.name };
  const placed = { path: file.name, lastModified: file.modifiedAt };
  return metadataOf(folderForm(source, about), entry, placed, zone, told?.own);
}
