import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../components/reason-dialog.js';

export type WordsFor = 'reject' | 'ask_back' | 'answer' | 'revoke' | 'justified' | 'not_justified';

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
      title={t(`legal.dialog.${of}`)}
      label={t(`legal.dialog.words.${of}`)}
      hint={t(`legal.dialog.hint.${of}`)}
      okText={t('legal.dialog.send')}
      maxLength={2000}
      rows={4}
      send={send}
      onClose={onClose}
    />
  );
}
