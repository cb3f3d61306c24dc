import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { MAX_TURN_LENGTH, type Turn } from '#contracts';
import { FormDialog } from '../../../components/dialogs.js';
import { useCorrectWords } from '../../../data/words.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

/** Without words the turn goes. */
const bodySchema = z.object({ text: z.string().trim().max(MAX_TURN_LENGTH).default('') });

/** Corrects what one turn says. The older version stays; what rests on the words is made again. */
export function CorrectTurn({ turn, onClose }: { turn: Turn; onClose: () => void }) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { call, transcript, player } = useCallPage();
  const correction = useCorrectWords(call.callId);
  if (!transcript) return null;
  const { recordingId, transcriptId } = transcript;
  const at = clock(turn.fromMs);
  const listen = () => {
    player?.seek(turn.fromMs);
    void player?.play();
  };
  return (
    <FormDialog
      title={t('words.correctTitle', { speaker: t(`transcript.speaker.${turn.speaker}`), at })}
      okText={t('words.save')}
      name={`turn ${turn.index}`}
      body={bodySchema}
      start={{ text: turn.text }}
      disabled={({ text }) => text.trim() === turn.text}
      width={520}
      fields={({ text }) => [
        <p>{t('words.consequence')}</p>,
        {
          of: 'text',
          as: 'lines',
          first: true,
          label: t('words.said'),
          hint: t('words.emptyHint'),
          control: { autoSize: { minRows: 3, maxRows: 12 }, lang: turn.language ?? call.language ?? undefined },
        },
        player && (
          <p>
            <Button onClick={listen}>{t('words.listen', { at })}</Button>
          </p>
        ),
        text.trim() === '' && (
          <p className="admin-hint" role="status">
            {t('words.willGo')}
          </p>
        ),
      ]}
      send={({ text }) => correction.mutateAsync({ recordingId, transcriptId, turns: [{ turn: turn.index, text }] })}
      onClose={onClose}
    />
  );
}
