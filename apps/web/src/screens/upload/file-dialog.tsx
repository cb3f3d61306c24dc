import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { SendDialog } from '../../components/send-dialog.js';
import { AgentField } from './agent-field.js';
import type { FileSaid, UploadFile } from './upload-file.js';

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
  const [externalId, setExternalId] = useState(heldBack ? nextId(present) : present);
  const [staffNumber, setStaffNumber] = useState(said.staffNumber ?? '');
  const save = async () => {
    onSay(id, {
      ...(externalId.trim() !== present && { externalId: externalId.trim() }),
      ...(staffNumber !== (said.staffNumber ?? '') && { staffNumber }),
    });
  };
  return (
    <SendDialog
      title={t('upload.detailsOf', { file: path })}
      okText={t(heldBack ? 'upload.newId' : 'admin.save')}
      disabled={externalId.trim() === '' || (heldBack && externalId.trim() === present)}
      send={save}
      onClose={onClose}
    >
      <Field
        htmlFor="file-id"
        label={t('upload.field.externalId')}
        hint={t(heldBack ? 'upload.note.newId' : 'upload.note.externalId')}
      >
        <Input
          id="file-id"
          value={externalId}
          maxLength={200}
          spellCheck={false}
          onChange={({ target }) => setExternalId(target.value)}
        />
      </Field>
      <Field htmlFor="file-agent" label={t('upload.field.agent')}>
        <AgentField
          id="file-agent"
          value={staffNumber}
          placeholder={t('upload.agentOfBatch')}
          onChange={setStaffNumber}
        />
      </Field>
    </SendDialog>
  );
}

/** `call.wav` → `call.wav#2` → `call.wav#3`: an id of the same file that no call has yet. */
function nextId(id: string): string {
  const [, stem = id, n = '1'] = /^(.*)#(\d+)$/.exec(id) ?? [];
  return `${stem.slice(-190)}#${Number(n) + 1}`;
}
