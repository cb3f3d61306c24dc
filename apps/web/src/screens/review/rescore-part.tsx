import { useId, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { Select } from '../../components/opened/select.js';
import { isPeriod, PeriodFields } from '../../components/day-choice.js';
import { useFilterChoices } from '../../data/call-list.js';
import { useChecklists } from '../../data/checklists.js';
import { useAskBackTest, useRescores } from '../../data/runs.js';
import { useFormat } from '../../format/use-format.js';
import { RunRow } from '../back-tests/run-row.js';

const SHOWN = 5;
const MOST = 100_000;

/** Scoring the calls of a period again, after an upgrade, a new checklist or lexicon: what would flip is looked at first. */
export function RescorePart() {
  const { t } = useTranslation();
  const runs = useRescores();
  return (
    <section className="admin-section">
      <h2>{t('rescore.title')}</h2>
      <p className="admin-hint">{t('rescore.intro')}</p>
      <Ask />
      <Failed of={runs} />
      <ul className="runs">
        {runs.data?.slice(0, SHOWN).map((run) => (
          <RunRow key={run.runId} run={run} />
        ))}
      </ul>
    </section>
  );
}

function Ask() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const go = useNavigate();
  const id = useId();
  const ask = useAskBackTest();
  const checklists = useChecklists(true);
  const teams = useFilterChoices(undefined, '').data?.teams ?? [];
  const [period, setPeriod] = useState({ from: '', to: '' });
  const [checklistId, setChecklist] = useState<string>();
  const [teamId, setTeam] = useState<string>();
  const judging = (checklists.data?.checklists ?? []).filter((one) => one.judging !== null);
  const chosen = judging.find((one) => one.checklistId === checklistId) ?? judging.find(({ main }) => main);
  const ready = isPeriod(period);
  const look = () =>
    chosen?.judging &&
    ask.mutate(
      { ...period, checklistId: chosen.checklistId, version: chosen.judging, teamId, atMost: MOST },
      { onSuccess: ({ runId }) => void go(`/back-tests/${runId}`) },
    );
  return (
    <>
      <div className="admin-row">
        <PeriodFields value={period} onChange={setPeriod} />
        <div className="admin-field">
          <label htmlFor={`${id}checklist`}>{t('rescore.checklist')}</label>
          <Select
            id={`${id}checklist`}
            value={chosen?.checklistId}
            onChange={setChecklist}
            options={judging.map((one) => ({ value: one.checklistId, label: text(one.title) }))}
          />
        </div>
        <div className="admin-field">
          <label htmlFor={`${id}team`}>{t('rescore.team')}</label>
          <Select
            id={`${id}team`}
            value={teamId ?? ''}
            onChange={(to) => setTeam(to || undefined)}
            options={[
              { value: '', label: t('rescore.allTeams') },
              ...teams.map((team) => ({ value: team.teamId, label: text(team.name) })),
            ]}
          />
        </div>
        <Button type="primary" disabled={!ready || !chosen} loading={ask.isPending} onClick={look}>
          {t('rescore.look')}
        </Button>
        {!ready && <small>{t('runs.choosePeriod')}</small>}
      </div>
      <Failed of={ask} />
      <Failed of={checklists} />
    </>
  );
}
