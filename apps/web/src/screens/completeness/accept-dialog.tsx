import { gapAcceptanceSchema, type GapAcceptance } from '#contracts';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { useAskGap } from '../../data/completeness.js';

/** Asks why a gap is accepted as it is; another person agrees. */
export function AcceptDialog({ gapId, onClose }: { gapId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const ask = useAskGap();
  const [reason, setReason] = useState<GapAcceptance | null>(null);
  const [note, setNote] = useState('');
  const noteId = useId();
  const whole = reason !== null && (reason !== 'other' || note.trim() !== '');
  return (
    <ActionDialog
      title={t('completeness.acceptTitle')}
      okText={t('completeness.acceptOk')}
      disabled={!whole}
      send={() => ask.mutateAsync({ gapId, reason: reason!, ...(note.trim() && { note: note.trim() }) })}
      onClose={onClose}
    >
      <div className="completeness-accept">
        <p>{t('completeness.acceptIntro')}</p>
        <fieldset>
          <legend>{t('completeness.acceptWhy')}</legend>
          <Radio.Group value={reason} onChange={({ target }) => setReason(target.value as GapAcceptance)}>
            {gapAcceptanceSchema.options.map((option) => (
              <Radio key={option} value={option}>
                {t(`completeness.reason.${option}`)}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        <label htmlFor={noteId}>{t('completeness.acceptNote')}</label>
        <Input.TextArea
          id={noteId}
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
    </ActionDialog>
  );
}
