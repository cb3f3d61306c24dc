import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRetireChecklist } from '../../data/checklists.js';
import { ReasonDialog } from './reason-dialog.js';

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
          hint={t('checklists.retireHint')}
          ok={t('checklists.retire')}
          sending={retire.isPending}
          error={retire.error}
          onYes={(reason) => retire.mutate({ version, reason }, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
