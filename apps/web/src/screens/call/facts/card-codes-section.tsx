import type { TranscriptView } from '#contracts';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { useAnswerCode } from '../../../data/card-codes.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

type Found = TranscriptView['redaction']['spans'][number];

/** Stretches that may be card codes: silent until a person decides, and cut out of the stored recording only then. */
export function CardCodesSection() {
  const { t } = useTranslation();
  const { transcript } = useCallPage();
  const doubtful = (transcript?.redaction.spans ?? []).filter(
    ({ kind, certainty }) => kind === 'card_code' && certainty !== 'certain',
  );
  if (!transcript || doubtful.length === 0) return null;
  return (
    <section>
      <h2>{t('redaction.codes.title')}</h2>
      <p className="facts-quiet">{t('redaction.codes.why')}</p>
      <ul>
        {doubtful.map((span) => (
          <Doubt key={`${span.turn} ${span.fromChar}`} span={span} transcriptId={transcript.transcriptId} />
        ))}
      </ul>
    </section>
  );
}

function Doubt({ span: { turn, fromChar, fromMs }, transcriptId }: { span: Found; transcriptId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('redaction.decide');
  const { call, player } = useCallPage();
  const send = useAnswerCode(call.callId);
  const answer = (said: 'code' | 'no_code') => send.mutate({ transcriptId, turn, fromChar, answer: said });
  return (
    <li>
      <button type="button" className="plain link" onClick={() => player?.seek(fromMs - 3000)}>
        {format.clock(fromMs)}
      </button>{' '}
      {may && (
        <>
          <Popconfirm
            title={t('redaction.codes.sure')}
            okText={t('redaction.codes.cut')}
            onConfirm={() => answer('code')}
          >
            <Button size="small" loading={send.isPending}>
              {t('redaction.codes.isCode')}
            </Button>
          </Popconfirm>{' '}
          <Button size="small" loading={send.isPending} onClick={() => answer('no_code')}>
            {t('redaction.codes.isNone')}
          </Button>
        </>
      )}
      <Failed of={send} />
    </li>
  );
}
