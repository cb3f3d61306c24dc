import type { ProposalView, ScorecardItem } from '#contracts';
import { CaretRightFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { OutcomeGlyph, SourceGlyph } from '../../../components/marks.js';
import { useLookAtProposal } from '../../../data/reviews.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

type Open = Extract<ProposalView, { state: 'proposed' | 'counted' }>;

/** What a language model makes of the item. While it moves nothing, people who judge see first that there is something, and look if they want to. */
export function ItemProposal({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { proposal } = item;
  if (!proposal) return null;
  return (
    <div className="item-proposal" role="group" aria-label={t('proposal.label', { model: proposal.model })}>
      <span className="source model line gap-1 label">
        <SourceGlyph source="model" />
        {t('proposal.label', { model: proposal.model })}
      </span>
      {proposal.state === 'hidden' && <Hidden item={item} />}
      {proposal.state === 'none' && <p>{t('proposal.none', { why: t(`proposal.why.${proposal.why}`) })}</p>}
      {(proposal.state === 'proposed' || proposal.state === 'counted') && <Says proposal={proposal} item={item} />}
    </div>
  );
}

function Hidden({ item }: { item: ScorecardItem }) {
  const { t } = useTranslation();
  const { call, card } = useCallPage();
  const look = useLookAtProposal(call.callId);
  if (!card) return null;
  const { legId, checklist } = card;
  return (
    <>
      <p>{t('proposal.hidden')}</p>
      <Button
        size="small"
        loading={look.isPending}
        onClick={() => look.mutate({ legId, checklistId: checklist.id, itemId: item.itemId })}
      >
        {t('proposal.show')}
      </Button>
      <small>{t('proposal.showNote')}</small>
      <Failed of={look} />
    </>
  );
}

function Says({ proposal, item }: { proposal: Open; item: ScorecardItem }) {
  const { t } = useTranslation();
  const { outcome, state } = proposal;
  const said = { outcome: t(`outcome.${outcome}`) };
  return (
    <>
      <p className="proposal-says line gap-1 spring inked">
        <OutcomeGlyph outcome={outcome} size={14} />
        {t(state === 'counted' ? 'proposal.counted' : 'proposal.says', said)}
      </p>
      <Places proposal={proposal} />
      <p className="detail-quiet">
        <Why proposal={proposal} answered={item.source === 'human'} />
      </p>
    </>
  );
}

/** The turns that it cites, each to be heard from a second before. */
function Places({ proposal: { evidence } }: { proposal: Open }) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { call, player } = useCallPage();
  return (
    <ul aria-label={t('proposal.places')}>
      {evidence.map(
        ({ at, quote }, index) =>
          at.kind === 'words' && (
            <li key={index}>
              <button
                type="button"
                className="plain link"
                onClick={() => {
                  player?.seek(Math.max(0, at.fromMs - 1000));
                  if (call.may.listen) void player?.play();
                }}
              >
                {call.may.listen && <CaretRightFilled />}
                {t(call.may.listen ? 'card.play' : 'card.look', { at: clock(at.fromMs) })}
              </button>
              {quote && <q lang={call.language ?? undefined}>{quote}</q>}
            </li>
          ),
      )}
    </ul>
  );
}

function Why({ proposal, answered }: { proposal: Open; answered: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (proposal.state === 'counted') {
    const { n, agreed, low, high } = proposal.agreement;
    const percent = (share: number) => number(Math.round(share * 100));
    return t('proposal.measured', { n: number(n), agreed: number(agreed), low: percent(low), high: percent(high) });
  }
  if (answered) return null;
  return t(proposal.checked ? 'proposal.checked' : 'proposal.movesNothing');
}
