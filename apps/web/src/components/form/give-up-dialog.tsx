import { giveUpRequestSchema, type GiveUpRequest } from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './form-dialog.js';

interface Props {
  title: string;
  send: (why: GiveUpRequest) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why a call, or a group of them, is given up. There is no undo but a retry, so it takes a reason. */
export function GiveUpDialog({ title, send, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <FormDialog
      title={title}
      okText={t('giveUp.confirm')}
      name="give up"
      body={giveUpRequestSchema}
      fields={[
        <p>{t('giveUp.consequence')}</p>,
        {
          of: 'reason',
          as: 'radios',
          label: t('giveUp.reason'),
          missing: t('giveUp.reasonMissing'),
          words: (option) => t(`giveUp.why.${option}`),
        },
        {
          of: 'note',
          as: 'lines',
          rows: 2,
          label: t('giveUp.note'),
          hint: t('giveUp.noteHint'),
          missing: t('giveUp.noteMissing'),
        },
      ]}
      send={send}
      onClose={onClose}
    />
  );
}
