import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { type CallDetail, toneOf } from '#contracts';
import { Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OutcomeGlyph } from '../../components/marks.js';
import { useNeighbours } from '../../data/call-list.js';
import { useFormat } from '../../format/use-format.js';
import { nothingCounts } from './rules/chosen-card.rules.js';
import { useCallPage } from './call-page.js';
import { useLegName } from './legs/use-leg-words.js';
import { Why } from '../../components/why.js';
import { isHeard } from './rules/chosen-leg.rules.js';

export function CallHead() {
  const { t } = useTranslation();
  const { call, card, queue } = useCallPage();
  const neighbours = useNeighbours(call);
  return (
    <section className="call-head">
      <div className="call-head-first">
        {!queue && (
          <>
            <Neighbour to={neighbours.newer} name={t('call.newer')} icon={<LeftOutlined />} />
            <Neighbour to={neighbours.older} name={t('call.older')} icon={<RightOutlined />} />
          </>
        )}
        <h1 lang={(call.matter && call.language) || undefined} title={call.matter ?? undefined}>
          <bdi>{call.matter ?? call.customer ?? t('calls.unknownMatter')}</bdi>
        </h1>
        <span className="spring" />
        <Counts />
        <Points />
      </div>
      <div className="call-head-second">
        <Meta call={call} />
        <span className="spring" />
        <Untrusted />
        <LegSwitch />
        {card?.author === 'automatic' && !card.withheld && (
          <span className="call-automatic">{t('call.automatic')}</span>
        )}
      </div>
    </section>
  );
}

function Neighbour({ to, name, icon }: { to: string | null; name: string; icon: React.ReactNode }) {
  if (!to) return null;
  return (
    <Tooltip title={name}>
      <Link className="neighbour hovers grid inked" to={`/calls/${to}`} aria-label={name}>
        {icon}
      </Link>
    </Tooltip>
  );
}

function Counts() {
  const { t } = useTranslation();
  const { card } = useCallPage();
  if (!card || card.withheld) return null;
  const order = ['met', 'not_met', 'told', 'insufficient', 'not_applicable'] as const;
  const count = (tone: (typeof order)[number]) => card.items.filter((item) => toneOf(item) === tone).length;
  return (
    <div className="counts dense flex gap-4 nowrap">
      {order
        .filter((tone) => count(tone) > 0)
        .map((tone) => (
          <span key={tone} className={tone}>
            <OutcomeGlyph outcome={tone} size={14} />
            <b className="inked">{count(tone)}</b>
            {t(`outcome.${tone}`)}
          </span>
        ))}
      <Why of="outcomes" name={t('calls.columns.outcomes')} />
    </div>
  );
}

function Points() {
  const { t } = useTranslation();
  const { number, percent } = useFormat();
  const { card, call } = useCallPage();
  if (!card) return onItsWay(call) ? <span className="dense soft nowrap">{t('call.noScore')}</span> : null;
  if (card.withheld) return <span className="dense soft nowrap">{t('judge.blind.withheld')}</span>;
  if (card.points === null || card.maxPoints === null) {
    const shares = { judged: percent(card.coverage), required: percent(card.checklist.requiredCoverage) };
    return (
      <div className="points nowrap beside">
        <b>–</b>
        <small>{nothingCounts(card, card.checklist) ? t('call.nothingCounts') : t('call.belowCoverage', shares)}</small>
        <Why of="points" value="–" />
      </div>
    );
  }
  return (
    <div className="points nowrap beside">
      <b>{number(card.points)}</b>
      <span>{t('call.points', { count: card.maxPoints, max: number(card.maxPoints) })}</span>
      <Why of="points" value={number(card.points)} />
    </div>
  );
}

/** What is on the card and not in its points. */
function Untrusted() {
  const { t } = useTranslation();
  const { card } = useCallPage();
  const count = card?.items.filter(({ notTrusted }) => notTrusted).length ?? 0;
  return count > 0 && <span className="call-automatic">{t('card.trust.out', { count })}</span>;
}

function Meta({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { leg, durationMs } = useCallPage();
  const nameOfLeg = useLegName();
  const its = call.legs[leg];
  const earlier = call.sameMatter.filter((other) => other.startedAt < call.startedAt).length;
  return (
    <div className="call-meta ruled">
      <span>{format.dateTime(call.startedAt)}</span>
      {durationMs > 0 && <span>{format.duration(durationMs)}</span>}
      {call.direction && <span>{t(`call.direction.${call.direction}`)}</span>}
      <SpokenIn call={call} />
      {its && (
        <span>
          {nameOfLeg(its)} {its.agent?.staffNumber}
        </span>
      )}
      {its?.team && <span>{format.text(its.team.name)}</span>}
      {call.connection && call.connection !== 'answered' && <span>{t(`legs.became.${call.connection}`)}</span>}
      {call.customer && call.matter && <span>{t('call.customer', { customer: call.customer })}</span>}
      {call.sameMatter.length > 0 && <span>{t('call.sameMatterCount', { n: earlier + 1 })}</span>}
    </div>
  );
}

/** The call's language; where it was not given, how sure what was made out is. */
function SpokenIn({ call: { language, languageTold } }: { call: CallDetail }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  if (language === null) return languageTold ? <span>{t('call.language.unknown')}</span> : null;
  const name = t(`calls.spoken.${language}`);
  if (!languageTold) return <span>{name}</span>;
  const told = t(`call.language.told.${languageTold.from}`, { language: name, share: percent(languageTold.share) });
  return (
    <Tooltip title={t('call.language.toldHint')}>
      <span tabIndex={0}>{told}</span>
    </Tooltip>
  );
}

/** A score is still to come. */
function onItsWay(call: CallDetail): boolean {
  return ['known', 'recorded', 'sealed', 'transcribed'].includes(call.stage);
}

/** Which agent's part is heard and scored below; only where a call has several. */
function LegSwitch() {
  const { t } = useTranslation();
  const nameOfLeg = useLegName();
  const { whole, call, leg, chooseLeg } = useCallPage();
  const options = call.legs.flatMap((one, index) =>
    isHeard(whole, index) ? [{ value: index, label: t('call.leg', { n: one.number, agent: nameOfLeg(one) }) }] : [],
  );
  if (options.length < 2) return null;
  return <Segmented size="small" aria-label={t('call.legs')} options={options} value={leg} onChange={chooseLeg} />;
}
