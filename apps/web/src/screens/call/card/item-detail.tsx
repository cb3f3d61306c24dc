import { byRulesOrActs, changeReasonSchema, type JudgedItem, type ScorecardItem, toneOf } from '#contracts';
import { CaretRightFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { inContext } from '../rules/marked-text.rules.js';
import type { Span } from '../rules/evidence.rules.js';
import { OutcomeGlyph } from '../../../components/marks.js';
import { part } from '../../../components/opened/part.js';
import { AddButton, NominateButton } from '../coaching/moment-buttons.js';
import { proposedStretch } from '../coaching/stretch.rules.js';
import { Why } from '../../../components/why.js';

const JudgeItem = part<{ item: ScorecardItem }>(() => import('./judge-item.js'));
const ItemProposal = part<{ item: ScorecardItem }>(() => import('./item-proposal.js'));
const ItemDispute = part<{ item: ScorecardItem; span: Span | null }>(() => import('./item-dispute.js'));

/** Facts that the score measured in the recording itself have no other giver to name. */
const MEASURED_HERE = 'measure';

/** The selected item: its words in context, why it came out so, where was looked, and a way to hear it. */
export function ItemDetail({ item, span }: { item: ScorecardItem; span: Span | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, select } = useCallPage();
  const words = item.evidence.filter((one) => one.at.kind === 'words');
  const others = onceEach(item.evidence.filter((one) => one.at.kind !== 'words'));
  const at = span ? format.clock(span.fromMs) : '';
  return (
    <div className="detail dense">
      {words.map((evidence, index) => (
        <EvidenceLine key={index} evidence={evidence} item={item} />
      ))}
      <p>{format.text(item.explanation)}</p>
      {others.map((evidence, index) => (
        <EvidenceLine key={index} evidence={evidence} item={item} />
      ))}
      {item.judged && <JudgedBy judged={item.judged} />}
      {item.advice && toneOf(item) === 'not_met' && (
        <p className="detail-quiet">{t('card.advice', { advice: format.text(item.advice) })}</p>
      )}
      <ItemTrust item={item} />
      <ItemWorth item={item} />
      {item.proposal && <ItemProposal item={item} />}
      <div className="detail-actions line above-2">
        {span && (
          <Button
            size="small"
            type="primary"
            icon={call.may.listen ? <CaretRightFilled /> : undefined}
            onClick={() => select(item.itemId, { play: true })}
          >
            {t(call.may.listen ? 'card.play' : 'card.look', { at })}
          </Button>
        )}
        <small>{t('card.clause', { clause: item.clause })}</small>
        <Why
          of="itemPoints"
          value={`${item.points === null ? '–' : format.number(item.points)}/${format.number(item.weight)}`}
          clause={item.clause}
        />
      </div>
      <Coach item={item} span={span} />
      <ItemDispute item={item} span={span} />
      <JudgeItem item={item} />
    </div>
  );
}

/** Takes the item, and the stretch around it or where the player is, to a coaching session. */
function Coach({ item, span }: { item: ScorecardItem; span: Span | null }) {
  const { call, card, leg, player, durationMs } = useCallPage();
  const agent = call.legs[leg]?.agent;
  if (!card || !agent) return null;
  const { itemId, title } = item;
  const moment = () => ({
    agent,
    callId: call.callId,
    legId: card.legId,
    item: { checklistId: card.checklist.id, itemId, title },
    ...(span || player?.ms ? proposedStretch(span, player?.ms ?? 0, durationMs) : { fromMs: null, toMs: null }),
    durationMs: durationMs || null,
  });
  return (
    <div className="detail-actions line above-2">
      <AddButton agentId={agent.personId} momentNow={moment} />
      <NominateButton agentId={agent.personId} momentNow={moment} />
    </div>
  );
}

/** A person's answer says who gave it, when and why: it may be right to ask them. */
function JudgedBy({ judged }: { judged: JudgedItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const why = changeReasonSchema.safeParse(judged.reason).data;
  return (
    <p className="detail-judged">
      {t(judged.decision ? 'judge.byDecision' : 'judge.by', {
        by: judged.by ? format.text(judged.by) : t('judge.unknownPerson'),
        at: format.dateTime(judged.at),
        from: t(`outcome.${judged.from}`),
      })}
      {why && <span> {t('judge.because', { why: t(`judge.why.${why}`) })}</span>}
      {judged.note && <q>{judged.note}</q>}
    </p>
  );
}

function EvidenceLine({ evidence, item }: { evidence: ScorecardItem['evidence'][number]; item: ScorecardItem }) {
  const { t } = useTranslation();
  const { clock, measured } = useFormat();
  const { turns, call, player, transcript } = useCallPage();
  const { at, quote } = evidence;
  if (at.kind === 'words') {
    if (!quote) return <p className="detail-quiet">{t('card.noWords')}</p>;
    const text = at.transcriptVersion === transcript?.version ? turns[at.turn]?.text : undefined;
    const around = text ? inContext(text, at.fromChar, at.toChar) : { before: '', quote, after: '' };
    return (
      <blockquote lang={call.language ?? undefined}>
        “{around.before}
        <mark className={`evidence selected ${toneOf(item)}`} onClick={() => player?.seek(at.fromMs - 1000)}>
          {quote}
          {item.outcome !== 'met' && (
            <sup>
              <OutcomeGlyph outcome={toneOf(item)} size={12} />
            </sup>
          )}
        </mark>
        {around.after}”
      </blockquote>
    );
  }
  if (at.kind === 'fact') {
    const { span } = at;
    if (span) {
      const words = { at: clock(span.fromMs), seconds: measured((span.toMs - span.fromMs) / 1000) };
      return (
        <p className="detail-quiet">
          <button type="button" className="plain link" onClick={() => player?.seek(span.fromMs)}>
            {t('measures.at', words)}
          </button>
        </p>
      );
    }
    return at.from === MEASURED_HERE ? null : <p className="detail-quiet">{t('card.factFrom', { from: at.from })}</p>;
  }
  const [first, last] = [turns[at.fromTurn], turns[at.toTurn]];
  if (!first || !last) return null;
  return (
    <p className="detail-quiet">
      <button type="button" className="plain link" onClick={() => player?.seek(first.fromMs)}>
        {t('card.absence', { from: clock(first.fromMs), to: clock(last.toMs) })}
      </button>
    </p>
  );
}

/** Several things may have been looked for in the same turns; the turns are named once. */
function onceEach(evidence: ScorecardItem['evidence']): ScorecardItem['evidence'] {
  const name = ({ at }: ScorecardItem['evidence'][number]) =>
    at.kind === 'absence' ? `${at.fromTurn} ${at.toTurn}` : JSON.stringify(at);
  return evidence.filter((one, index) => evidence.findIndex((other) => name(other) === name(one)) === index);
}

/** Why a result gives no points yet. */
function ItemTrust({ item: { notTrusted } }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (!notTrusted) return null;
  const { from, kappa, n, target, only } = notTrusted;
  const words = { kappa: kappa?.toFixed(2) ?? t('card.trust.untold'), n: number(n), target: target.toFixed(2) };
  return (
    <p className="detail-untrusted">
      {t(`card.trust.${only ? 'only' : from}`, words)} {t('card.trust.judged')}
    </p>
  );
}

/** Fewer times than this say next to nothing: 9 of 9 right may still be 7 of 10. */
const FEW = 10;

/** How reliable the judgement of this item has been so far; shown for what rules and acts judge, and not where a person answered. */
function ItemWorth({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { call } = useCallPage();
  const { worth, outcome } = item;
  if (!byRulesOrActs(item) || outcome === 'not_applicable' || call.language === null) return null;
  const language = t(`call.correct.language.${call.language}`);
  if (!worth) {
    const why = item.checkId.startsWith('examples/') ? 'examples' : 'unknown';
    return <p className="detail-quiet">{t(`card.worth.${why}`, { language })}</p>;
  }
  const about = { conversations: number(worth.conversations), language };
  if (outcome === 'insufficient')
    return <p className="detail-quiet">{t('card.worth.insufficient', { ...about, asked: number(worth.asked) })}</p>;
  const { said, right } = outcome === 'met' ? worth.met : worth.notMet;
  if (said === 0) return <p className="detail-quiet">{t(`card.worth.never_${outcome}`, about)}</p>;
  return (
    <p className="detail-quiet">
      {t(`card.worth.${outcome}`, { ...about, said: number(said), right: number(right) })}
      {said < FEW && ` ${t('card.worth.few')}`} <Why of="worth" value={`${number(right)}/${number(said)}`} />
    </p>
  );
}
