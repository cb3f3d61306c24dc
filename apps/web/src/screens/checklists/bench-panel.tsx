import { MOST_BENCH_TURNS, type BenchQuestion, type CallDirection, type ChecklistDraftDefinition } from '#contracts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { ViewTabs } from '../../components/tabs.js';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useCallList } from '../../data/call-list.js';
import { useBench } from '../../data/checklists.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { BenchResult } from './bench-result.js';
import { languageOf, turnsOf } from './phrase-trial.rules.js';

interface Props {
  checklistId: string;
  definition: ChecklistDraftDefinition;
}

type Dialogue = BenchQuestion['dialogue'];

/** Judges one dialogue by the draft as it stands, saved or not. */
export function BenchPanel({ checklistId, definition }: Props) {
  const { t } = useTranslation();
  const mayRead = useMay('transcripts.read');
  const [from, setFrom] = useState<'paste' | 'call'>('paste');
  const bench = useBench(checklistId);
  const run = (dialogue: Dialogue) => bench.mutate({ checklist: { definition }, dialogue });
  const ways = (mayRead ? (['paste', 'call'] as const) : (['paste'] as const)).map((value) => ({
    value,
    label: t(value === 'paste' ? 'checklists.benchPaste' : 'checklists.benchCall'),
  }));
  return (
    <section className="checklist-bench column gap-2" aria-label={t('checklists.bench')}>
      <h2>{t('checklists.bench')}</h2>
      <p className="admin-hint">{t('checklists.benchIntro')}</p>
      <ViewTabs views={ways} value={from} name={t('checklists.bench')} onChange={setFrom} />
      {from === 'paste' ? (
        <Paste direction={definition.judges?.directions[0] ?? 'inbound'} busy={bench.isPending} onRun={run} />
      ) : (
        <Choose busy={bench.isPending} onRun={run} />
      )}
      <Failed of={bench} />
      {bench.data && <BenchResult answer={bench.data} definition={definition} />}
    </section>
  );
}

interface WayProps {
  busy: boolean;
  onRun: (dialogue: Dialogue) => void;
}

function Paste({ direction, busy, onRun }: WayProps & { direction: CallDirection }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useTyped('bench', '');
  const [wrong, setWrong] = useState<'empty' | number | null>(null);
  const run = () => {
    const turns = turnsOf(text);
    setWrong(turns.length === 0 ? 'empty' : turns.length > MOST_BENCH_TURNS ? turns.length : null);
    if (turns.length > 0 && turns.length <= MOST_BENCH_TURNS) onRun({ language: languageOf(text), direction, turns });
  };
  return (
    <>
      <Field label={t('checklists.benchText')} htmlFor={id} hint={t('checklists.benchHint')}>
        <Input.TextArea id={id} rows={7} value={text} onChange={({ target }) => setText(target.value)} />
      </Field>
      {wrong !== null && (
        <p role="alert" className="admin-wrong">
          {wrong === 'empty' ? t('checklists.benchEmpty') : t('checklists.benchTooLong', { count: wrong })}
        </p>
      )}
      <Button loading={busy} onClick={run}>
        {t('checklists.benchRun')}
      </Button>
    </>
  );
}

function Choose({ busy, onRun }: WayProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const calls = useCallList({ stage: 'scored' });
  const [callId, setCallId] = useState<string>();
  const rows = calls.data?.pages.flatMap(({ items }) => items) ?? [];
  if (calls.isSuccess && rows.length === 0) return <p className="admin-hint">{t('checklists.benchNothingCalls')}</p>;
  return (
    <>
      <Field label={t('checklists.benchCallId')} htmlFor={id} hint={t('checklists.benchCallHint')}>
        <Select
          id={id}
          value={callId}
          loading={calls.isPending}
          options={rows.map((row) => ({
            value: row.callId,
            label: `${format.dateTime(row.startedAt)} · ${format.text(row.agent.name)} · ${row.matter ?? row.customer ?? ''}`,
          }))}
          onChange={setCallId}
        />
      </Field>
      <Failed of={calls} />
      <Button loading={busy} disabled={!callId} onClick={() => callId && onRun({ callId })}>
        {t('checklists.benchRun')}
      </Button>
    </>
  );
}
