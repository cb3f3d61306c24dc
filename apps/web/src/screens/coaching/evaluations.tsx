import { type CoachingView, type Outcome, outcomeSchema, type SelfEvaluation } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AskFirst } from '../../components/acts.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { OutcomeGlyph } from '../../components/marks.js';
import { useSubmitEvaluation, useTakeEvaluationBack } from '../../data/coaching.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Select } from '../../components/opened/select.js';

type Item = SelfEvaluation['items'][number];

/** What the agent was asked to score themselves: the form, or both scores side by side. */
export function Evaluations({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  if (session.evaluations.length === 0) return null;
  return (
    <section className="admin-section">
      <h2>{t('coachingPage.evaluation.title')}</h2>
      {session.evaluations.map((one) => (
        <Evaluation key={one.evaluationId} session={session} one={one} />
      ))}
    </section>
  );
}

function Evaluation({ session, one }: { session: CoachingView; one: SelfEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { personId } = useMe();
  const { checklist, startedAt, customer, callId, submittedAt, ended, until, same } = one;
  const mine = session.agent.personId === personId;
  const state = ended
    ? t(`coachingPage.evaluation.ended.${ended}`)
    : submittedAt
      ? t('coachingPage.evaluation.submitted', { at: format.dateTime(submittedAt) })
      : until
        ? t('coachingPage.evaluation.waiting', { at: format.dateTime(until) })
        : t('coachingPage.evaluation.draft');
  const waits = !ended && !submittedAt;
  return (
    <div className="coaching-evaluation">
      <p className="coaching-dates">
        <b>{t('coachingPage.evaluation.asked', { checklist: format.text(checklist.title) })}</b>{' '}
        <Link to={`/calls/${callId}`}>{t('coachingPage.moments.openCall')}</Link>
        <small>
          {format.dateTime(startedAt)}
          {customer && ` · ${customer}`} · {state}
          {same && ` · ${t('coachingPage.evaluation.same', same)}`}
        </small>
      </p>
      {waits && mine && until && <EvaluationForm session={session} one={one} />}
      {submittedAt && <SideBySide items={one.items} />}
      {waits && session.may.includes('edit') && <TakeBack session={session} one={one} />}
    </div>
  );
}

function TakeBack({ session, one }: { session: CoachingView; one: SelfEvaluation }) {
  const { t } = useTranslation();
  const back = useTakeEvaluationBack(session.sessionId, one.evaluationId);
  return (
    <>
      <AskFirst ask={t('coachingPage.evaluation.takeBackAsk')} loading={back.isPending} onYes={() => back.mutate()}>
        {t('coachingPage.evaluation.takeBack')}
      </AskFirst>
      <Failed of={{ error: back.error }} />
    </>
  );
}

/** Where both differ is marked by words, not by colour alone. */
function SideBySide({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = (one: Item['own']) =>
    one === null ? (
      <small>{t('coachingPage.evaluation.notAnswered')}</small>
    ) : (
      <span className="inline">
        <OutcomeGlyph outcome={one} size={14} /> {t(`outcome.${one}`)}
      </span>
    );
  const columns: Column<Item>[] = [
    {
      name: t('coachingPage.evaluation.item'),
      cell: ({ title, comment }) => (
        <>
          {format.text(title)}
          {comment && <q className="coaching-said">{comment}</q>}
        </>
      ),
    },
    { name: t('coachingPage.evaluation.own'), cell: ({ own }) => outcome(own) },
    { name: t('coachingPage.evaluation.result'), cell: ({ result }) => result && outcome(result) },
  ];
  return (
    <DataTable
      caption={t('coachingPage.evaluation.title')}
      keepsColumns
      columns={columns}
      rows={items}
      keyOf={({ itemId }) => itemId}
      past={({ own, result }) => own === null || own === result}
    />
  );
}

interface Said {
  outcome?: Outcome | undefined;
  comment?: string;
}

/** The agent scores their own call by the checklist; its result comes afterwards. */
function EvaluationForm({ session, one }: { session: CoachingView; one: SelfEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const submit = useSubmitEvaluation(session, one.evaluationId);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const say = (itemId: string, part: Said) => setSaid({ ...said, [itemId]: { ...said[itemId], ...part } });
  const answers = Object.entries(said).flatMap(([itemId, { outcome, comment }]) =>
    outcome ? [{ itemId, outcome, ...(comment?.trim() && { comment: comment.trim() }) }] : [],
  );
  return (
    <form
      className="coaching-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate({ answers });
      }}
    >
      <p className="note">{t('coachingPage.evaluation.mine')}</p>
      <ul>
        {one.items.map(({ itemId, title }) => {
          const item = format.text(title);
          return (
            <li key={itemId}>
              <span>{item}</span>
              <Select
                size="small"
                allowClear
                aria-label={`${item}: ${t('coachingPage.evaluation.yours')}`}
                placeholder={t('coachingPage.evaluation.yours')}
                value={said[itemId]?.outcome ?? null}
                onChange={(outcome) => say(itemId, { outcome: outcome ?? undefined })}
                options={outcomeSchema.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
              />
              <Input
                size="small"
                maxLength={1000}
                aria-label={t('coachingPage.evaluation.commentOf', { item })}
                placeholder={t('coachingPage.evaluation.comment')}
                value={said[itemId]?.comment ?? ''}
                onChange={({ target }) => say(itemId, { comment: target.value })}
              />
            </li>
          );
        })}
      </ul>
      <Button type="primary" htmlType="submit" disabled={answers.length === 0} loading={submit.isPending}>
        {t('coachingPage.evaluation.send')}
      </Button>
      <Failed of={{ error: submit.error }} />
    </form>
  );
}
