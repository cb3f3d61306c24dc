import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/dialogs.js';

export type WordsFor =
  | 'approve_listening'
  | 'reject'
  | 'ask_back'
  | 'answer'
  | 'revoke'
  | 'justified'
  | 'not_justified';

interface Props {
  of: WordsFor;
  send: (words: string) => Promise<unknown>;
  onClose: () => void;
}

/** The words that a step of a legal request needs. */
export function WordsDialog({ of, send, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <ReasonDialog
      title={t(`legalRequest.dialog.${of}`)}
      label={t(`legalRequest.dialog.words.${of}`)}
      hint={t(`legalRequest.dialog.hint.${of}`)}
      okText={t('legalRequest.dialog.send')}
      maxLength={2000}
      rows={4}
      send={send}
      onClose={onClose}
    />
  );
}
