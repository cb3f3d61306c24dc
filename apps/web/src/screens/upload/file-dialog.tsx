import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { AgentField } from './agent-field.js';
import type { ManifestEntry } from '#contracts';
import type { FileState } from './pause.rules.js';

const bodySchema = z.object({ externalId: z.string().trim().min(1).max(200), staffNumber: z.string().optional() });

interface Props {
  file: UploadFile;
  onSay: (id: string, said: FileSaid) => void;
  onClose: () => void;
}

/** What one file says otherwise than its batch: the id of its call, and who took it. */
export function FileDialog({ file, onSay, onClose }: Props) {
  const { t } = useTranslation();
  const { id, path, said, state } = file;
  const heldBack = state.kind === 'taken' && state.stage === 'not_recorded';
  const present = said.externalId ?? path.slice(-200);
  return (
    <FormDialog
      title={t('upload.detailsOf', { file: path })}
      okText={t(heldBack ? 'upload.newId' : 'admin.save')}
      body={bodySchema}
      start={{ externalId: heldBack ? nextId(present) : present, staffNumber: said.staffNumber ?? '' }}
      fields={[
        {
          of: 'externalId',
          label: t('upload.field.externalId'),
          hint: t(heldBack ? 'upload.note.newId' : 'upload.note.externalId'),
          control: { spellCheck: false },
        },
        {
          of: 'staffNumber',
          label: t('upload.field.agent'),
          draw: (own) => <AgentField {...own} placeholder={t('upload.agentOfBatch')} />,
        },
      ]}
      disabled={({ externalId }) => heldBack && externalId.trim() === present}
      send={async ({ externalId, staffNumber = '' }) =>
        onSay(id, {
          ...(externalId !== present && { externalId }),
          ...(staffNumber !== (said.staffNumber ?? '') && { staffNumber }),
        })
      }
      onClose={onClose}
    />
  );
}

/** `call.wav` → `call.wav#2` → `call.wav#3`: an id of the same file that no call has yet. */
function nextId(id: string): string {
  const [, stem = id, n = '1'] = /^(.*)#(\d+)$/.exec(id) ?? [];
  return `${stem.slice(-190)}#${Number(n) + 1}`;
}

/** One row of the screen. */
export interface UploadFile {
  id: string;
  path: string;
  bytes: number;
  /** The file of words that goes with it. */
  words: string | null;
  state: FileState;
  /** What is known of this call alone: its line of the manifest, and before it what a person has said on the screen. */
  said: FileSaid;
  /** Is the file still in this page's hands, so that it can be sent? */
  atHand: boolean;
}

/** What one call may say otherwise than its batch. */
export type FileSaid = Omit<ManifestEntry, 'file'>;

/** A file as the desk holds it. */
export interface Held extends Omit<UploadFile, 'said' | 'atHand'> {
  /** null: of a batch that the page held before it was read again; the file has to be chosen once more. */
  audio: File | null;
  wordsFile: File | null;
  entry: (ManifestEntry & { line: number }) | null;
  own: FileSaid;
  /** How often sending it met no answer, since a person last asked for it. */
  silences: number;
}

/** A line of a manifest, with what a person said on the screen instead. An agent who is taken out is the batch’s again. */
export function saidOf({ path, entry, own }: Held): ManifestEntry {
  const { staffNumber, ...rest } = own;
  const agent = staffNumber ? { staffNumber, extension: undefined } : {};
  const { line: _, ...told } = entry ?? { line: 0, file: path };
  const said = Object.entries({ ...told, ...rest, ...agent }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as ManifestEntry;
}

/** As the screen shows it. */
export const shown = (file: Held): UploadFile => {
  const { id, path, bytes, words, state, audio } = file;
  const { file: _, ...said } = saidOf(file);
  return { id, path, bytes, words, state, said, atHand: audio !== null };
};
