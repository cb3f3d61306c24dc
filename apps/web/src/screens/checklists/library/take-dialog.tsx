import type { LibraryEntryView } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { useOpenDraft } from '../../../data/checklists.js';
import { useFormat } from '../../../format/use-format.js';

/** Makes a draft from an entry: under a new id, or as the next version of a checklist that came from it. */
export function TakeDialog({ entry, onClose }: { entry: LibraryEntryView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const open = useOpenDraft();
  const id = useId();
  const [checklistId, setId] = useState(entry.taken[0]?.checklistId ?? entry.entry);
  const known = entry.taken.some((one) => one.checklistId === checklistId);
  const take = async () => {
    await open.mutateAsync({ checklistId, from: 'library', entry: entry.entry });
    void navigate(`/checklists/${checklistId}?draft=1`);
  };
  return (
    <ActionDialog
      title={t('checklistLibrary.takeTitle', { title: format.text(entry.draftTitle) })}
      okText={t('checklistLibrary.take')}
      disabled={!/^[a-z0-9-]{1,60}$/.test(checklistId)}
      send={take}
      onDone={() => undefined}
      onClose={onClose}
      width={480}
    >
      <p className="admin-hint">{t('checklistLibrary.takeHint')}</p>
      <Field label={t('checklists.newId')} htmlFor={id} hint={t('checklists.newIdHint')}>
        <Input
          id={id}
          value={checklistId}
          maxLength={60}
          onChange={({ target }) => setId(target.value.toLowerCase())}
        />
      </Field>
      {known && <p role="status">{t('checklistLibrary.takeAgain')}</p>}
    </ActionDialog>
  );
}
