import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_TURN_LENGTH, type Turn } from '#contracts';
import { useTyped } from '../../../data/use-typed.js';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { useCorrectWords } from '../../../data/words.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

/** Corrects what one turn says. The older version stays; what rests on the words is made again. */
export function CorrectTurn({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { call, transcript, player } = useCallPage();
  const [text, setText] = useTyped(`turn ${turn.index}`, turn.text);
  const correction = useCorrectWords(call.callId);
  const id = useId();
  const said = text.trim();
  if (!transcript) return null;
  const { recordingId, transcriptId } = transcript;
  const save = () => correction.mutateAsync({ recordingId, transcriptId, turns: [{ turn: turn.index, text: said }] });
  const at = clock(turn.fromMs);
  return (
    <ActionDialog
      title={t('words.correctTitle', { speaker: t(`transcript.speaker.${turn.speaker}`), at })}
      okText={t('words.save')}
      disabled={said === turn.text}
      width={520}
      send={save}
      onClose={onClose}
    >
      <p>{t('words.consequence')}</p>
      <Field label={t('words.said')} htmlFor={id} hint={t('words.emptyHint')}>
        <Input.TextArea
          id={id}
          autoFocus
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={MAX_TURN_LENGTH}
          value={text}
          lang={turn.language ?? call.language ?? undefined}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      {player && (
        <p>
          <Button
            onClick={() => {
              player.seek(turn.fromMs);
              void player.play();
            }}
          >
            {t('words.listen', { at })}
          </Button>
        </p>
      )}
      {said === '' && (
        <p className="admin-hint" role="status">
          {t('words.willGo')}
        </p>
      )}
    </ActionDialog>
  );
}
