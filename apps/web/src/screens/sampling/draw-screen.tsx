import type { DrawDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Back, Acts } from '../../components/acts.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { Unfold } from '../../components/facts.js';
import { Failed } from '../../components/failure-note.js';
import { drawFile, useDraw, useReplay } from '../../data/sampling.js';
import { useFormat } from '../../format/use-format.js';
import { DrawnLegs } from './drawn-legs.js';
import { usePlanWords } from './use-plan-words.js';
import './sampling.css';

/** One draw: what it took, what it left, and the proof that it is the one that was committed. */
export function DrawScreen() {
  const { t } = useTranslation();
  const { planId = '', drawId = '' } = useParams();
  const of = useDraw(drawId);
  const title = of.data
    ? t('sampling.draw.title', { plan: of.data.plan.name, from: of.data.draw.fromDay, to: of.data.draw.toDay })
    : t('sampling.title');
  return (
    <AdminPage title={title} needs="sampling.read" head={<Back to={`/sampling/${planId}`}>{t('sampling.draws')}</Back>}>
      <WhenRead of={of}>{(detail) => <Detail detail={detail} />}</WhenRead>
    </AdminPage>
  );
}

function Detail({ detail }: { detail: DrawDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePlanWords();
  const { draw, plan, code, legs } = detail;
  const left = (draw.frame ?? 0) - (draw.taken ?? 0);
  return (
    <>
      <p className="note">
        {code} · {words(plan).what} · {words(plan).who}
        {draw.drawnAt && ` · ${t('sampling.drawnAt', { at: format.dateTime(draw.drawnAt) })}`}
      </p>
      {draw.drawnAt === null ? (
        <p className="note">{t('sampling.draw.notYet')}</p>
      ) : (
        <p className="note">
          {t('sampling.draw.took', { frame: format.number(draw.frame ?? 0), taken: format.number(draw.taken ?? 0) })}{' '}
          {left > 0 && t('sampling.draw.left', { count: left })}{' '}
          {draw.notReady ? t('sampling.draw.notReady', { count: draw.notReady }) : ''}
        </p>
      )}
      {detail.invented && <p className="note">{t('sampling.draw.invented')}</p>}
      {legs.length > 0 && (
        <section className="admin-section">
          <h2>{t('sampling.draw.legs')}</h2>
          <DrawnLegs drawId={draw.drawId} legs={legs} byRisk={plan.kind === 'risk'} />
        </section>
      )}
      <Proof draw={draw} />
    </>
  );
}

function Proof({ draw }: { draw: DrawDetail['draw'] }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const replay = useReplay(draw.drawId, asked);
  const wrong = replay.data
    ? (['seedFits', 'planFits', 'frameFits', 'picksFit'] as const).filter((one) => !replay.data[one])
    : [];
  const lines = [
    [t('sampling.draw.seedHash'), draw.seedSha256],
    [t('sampling.draw.seed'), draw.seed],
    [t('sampling.draw.frameHash'), draw.frameSha256],
  ] as const;
  return (
    <section className="admin-section">
      <h2>{t('sampling.draw.proof')}</h2>
      <dl className="grid gap-2">
        {lines.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt className="label">{name}</dt>
              <dd className="mono breaks">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {draw.drawnAt !== null && (
        <Acts>
          <Button loading={replay.isFetching} onClick={() => (asked ? void replay.refetch() : setAsked(true))}>
            {t('sampling.draw.replay')}
          </Button>
          <a href={drawFile(draw.drawId)} download={`${draw.drawId}.json`}>
            {t('sampling.draw.file')}
          </a>
          <span className="admin-hint">{t('sampling.draw.fileHint')}</span>
          <Unfold name={t('journal.technicalCommands')}>
            <code>npm run -s replay-draw -- {draw.drawId}.json</code>
          </Unfold>
        </Acts>
      )}
      <Failed of={replay} />
      {replay.data && (
        <p role="status" className={wrong.length === 0 ? 'admin-done' : 'admin-wrong'}>
          {wrong.length === 0
            ? t('sampling.draw.fits')
            : t('sampling.draw.doesNotFit', {
                what: wrong.map((one) => t(`sampling.draw.wrong.${one}`)).join(t('journal.and')),
              })}
        </p>
      )}
    </section>
  );
}
