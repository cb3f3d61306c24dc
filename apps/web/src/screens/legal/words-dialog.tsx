import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/admin-page.js';
import { FailureNote } from '../../components/failure-note.js';

export type WordsFor = 'reject' | 'ask_back' | 'answer' | 'revoke' | 'justified' | 'not_justified';

interface Props {
  of: WordsFor;
  /** Undefined: the proof that was asked for was not given, and nothing was done. */
  send: (words: string) => Promise<unknown>;
  onClose: () => void;
}

/** Takes the words that a step needs, and stays open when it was refused. */
export function WordsDialog({ of, send, onClose }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const id = useId();
  const go = async () => {
    setSending(true);
    setFailure(null);
    try {
      if ((await send(words)) !== undefined) onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={t(`legal.dialog.${of}`)}
      okText={t('legal.dialog.send')}
      cancelText={t('admin.cancel')}
      okButtonProps={{ disabled: words.trim().length < 3, loading: sending }}
      onOk={() => void go()}
      onCancel={onClose}
      width={480}
    >
      <div className="admin-dialog">
        <Field label={t(`legal.dialog.words.${of}`)} htmlFor={id} hint={t(`legal.dialog.hint.${of}`)}>
          <Input.TextArea
            id={id}
            autoFocus
            rows={4}
            maxLength={2000}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </Field>
        {failure !== null && <FailureNote error={failure} />}
      </div>
    </Modal>
  );
}
