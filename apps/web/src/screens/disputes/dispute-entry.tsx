import type { DisputeAct, DisputeView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { useCloseDispute, useWithdrawDispute } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';
import './disputes.css';

/** What is done in a dialog; withdrawing and closing only ask first. */
export type DialogAct = Exclude<DisputeAct, 'withdraw' | 'close'>;

/** A dispute from its filing to its end: what is contested, why, what was decided, and what this person may do. */
export function DisputeEntry({ dispute, onAct }: { dispute: DisputeView; onAct: (act: DialogAct) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filedBy, filedAt, reason, note, judgedBy } = dispute;
  const [was, wanted] = [t(`outcome.${dispute.was}`), t(`outcome.${dispute.wanted}`)];
  return (
    <div className="dispute">
      <p className="dispute-what">
        <b className={`dispute-state ${dispute.state}`}>{t(`disputes.state.${dispute.state}`)}</b>{' '}
        {t('disputes.was', { was, wanted })}
        {judgedBy ? t('disputes.by', { by: format.text(judgedBy) }) : t('disputes.byMachine')}
      </p>
      <p>
        <small>
          {t('disputes.filed', { agent: format.text(filedBy), at: format.dateTime(filedAt) })} ·{' '}
          {t('disputes.why', { why: t(`disputes.reason.${reason}`) })}
        </small>
      </p>
      {note && <Said>{note}</Said>}
      {dispute.decisions.map((one) => (
        <Decision key={one.stage} decision={one} />
      ))}
      {dispute.escalationNote && (
        <p>
          <small>{t('disputes.goneOn')}</small> <Said>{dispute.escalationNote}</Said>
        </p>
      )}
      {dispute.state === 'asleep' && <p className="admin-hint">{t('disputes.asleep')}</p>}
      <Deadline dispute={dispute} />
      <Acts dispute={dispute} onAct={onAct} />
    </div>
  );
}

/** What a person typed: the product does not know its language. */
const Said = ({ children }: { children: string }) => (
  <q className="dispute-said block breaks below-2" lang="">
    {children}
  </q>
);

function Decision({ decision }: { decision: DisputeView['decisions'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { by, at, outcome, reason, note } = decision;
  const words = {
    by: format.text(by),
    why: t(`disputes.decision.${reason}`),
    outcome: outcome ? t(`outcome.${outcome}`) : '',
  };
  return (
    <>
      <p>
        {t(`disputes.decided.${decision.decision}`, words)} <small>{format.dateTime(at)}</small>
      </p>
      {note && <Said>{note}</Said>}
    </>
  );
}

function Deadline({ dispute: { state, stage, dueAt } }: { dispute: DisputeView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!dueAt) return null;
  const at = format.dateTime(dueAt);
  if (state === 'answered') return <p className="dispute-due">{t('disputes.mayGoOn', { at })}</p>;
  const late = Date.parse(dueAt) < Date.now();
  return (
    <p className={late ? 'dispute-due is-late' : 'dispute-due'}>
      {t(`disputes.stage.${stage}`)} · {t(late ? 'disputes.overdue' : 'disputes.due', { at })}
    </p>
  );
}

function Acts({ dispute, onAct }: { dispute: DisputeView; onAct: (act: DialogAct) => void }) {
  const { t } = useTranslation();
  const withdraw = useWithdrawDispute(dispute);
  const close = useProved(useCloseDispute(dispute));
  const may = (act: DisputeAct) => dispute.may.includes(act);
  return (
    <>
      {dispute.may.length > 0 && (
        <div className="flex wraps gap-2">
          {(['decide', 'escalate'] as const).filter(may).map((act) => (
            <Button key={act} size="small" type="primary" onClick={() => onAct(act)}>
              {t(`disputes.${act}.act`)}
            </Button>
          ))}
          {may('withdraw') && (
            <AskFirst ask={t('disputes.withdraw.ask')} onYes={() => withdraw.mutate()} loading={withdraw.isPending}>
              {t('disputes.withdraw.act')}
            </AskFirst>
          )}
          {may('close') && (
            <AskFirst ask={t('disputes.close.ask')} onYes={() => void close.send(undefined)} loading={close.isPending}>
              {t('disputes.close.act')}
            </AskFirst>
          )}
        </div>
      )}
      {close.said}
      <Failed of={{ error: withdraw.error }} />
    </>
  );
}
