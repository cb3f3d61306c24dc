import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRetireChecklist } from '../../data/checklists.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { LEAST_REASON } from './least-reason.js';

export function RetireButton({ checklistId, version }: { checklistId: string; version: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const retire = useRetireChecklist(checklistId);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('checklists.retire')}</Button>
      {open && (
        <ReasonDialog
          title={t('checklists.retireTitle', { version })}
          intro={<p>{t('checklists.retireHint')}</p>}
          label={t('checklists.reason')}
          hint={t('checklists.reasonHint')}
          minLength={LEAST_REASON}
          okText={t('checklists.retire')}
          send={(reason) => retire.mutateAsync({ version, reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
