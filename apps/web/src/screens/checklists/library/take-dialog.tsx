import { newDraftSchema, type LibraryEntryView } from '#contracts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../../components/dialogs.js';
import { useOpenDraft } from '../../../data/checklists.js';
import { useFormat } from '../../../format/use-format.js';

/** Makes a draft from an entry: under a new id, or as the next version of a checklist that came from it. */
export function TakeDialog({ entry, onClose }: { entry: LibraryEntryView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const open = useOpenDraft();
  return (
    <FormDialog
      title={t('checklistLibrary.takeTitle', { title: format.text(entry.draftTitle) })}
      okText={t('checklistLibrary.take')}
      body={newDraftSchema}
      start={{ checklistId: entry.taken[0]?.checklistId ?? entry.entry }}
      beside={{ from: 'library', entry: entry.entry }}
      fields={({ checklistId }) => [
        <p className="admin-hint">{t('checklistLibrary.takeHint')}</p>,
        {
          of: 'checklistId',
          label: t('checklists.newId'),
          hint: t('checklists.newIdHint'),
          draw: (control) => (
            <Input
              {...control}
              maxLength={60}
              onChange={({ target }) => control.onChange(target.value.toLowerCase())}
            />
          ),
        },
        entry.taken.some((one) => one.checklistId === checklistId) && (
          <p role="status">{t('checklistLibrary.takeAgain')}</p>
        ),
      ]}
      disabled={({ checklistId }) => !/^[a-z0-9-]{1,60}$/.test(checklistId)}
      send={async (body) => {
        await open.mutateAsync(body);
        void navigate(`/checklists/${body.checklistId}?draft=1`);
      }}
      onDone={() => undefined}
      onClose={onClose}
    />
  );
}
