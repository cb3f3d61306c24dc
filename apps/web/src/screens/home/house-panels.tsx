import type { Permission, SetUp, SetUpStep, SetUpStepName } from '#contracts';
import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSetUp } from '../../data/home.js';
import { useMe } from '../../data/session.js';
import { useProcessingBoard } from '../../data/processing.js';
import { AlarmList } from '../processing/alarm-list.js';
import { Panel } from './panel.js';
import '../processing/processing.css';

/** Where a step is done, by whom. */
interface Place {
  to: string;
  needs: Permission;
  by: 'administrator' | 'quality_manager' | 'legal' | 'readers';
}

const PLACES: Record<SetUpStepName, Place> = {
  administrators: { to: '/company/small-house', needs: 'company.manage', by: 'administrator' },
  profile: { to: '/company/profile', needs: 'company.manage', by: 'administrator' },
  staff: { to: '/company/clients', needs: 'people.manage', by: 'administrator' },
  quality_manager: { to: '/people', needs: 'people.manage', by: 'administrator' },
  engine: { to: '/processing', needs: 'processing.read', by: 'administrator' },
  legal: { to: '/people', needs: 'people.manage', by: 'administrator' },
  listening: { to: '/legal/grants', needs: 'grants.propose', by: 'legal' },
  retention: { to: '/retention/schedule', needs: 'retention.manage', by: 'administrator' },
  call: { to: '/upload', needs: 'calls.ingest', by: 'quality_manager' },
  score: { to: '/calls', needs: 'calls.read', by: 'readers' },
};

/** A role that waits for a second person is approved elsewhere; a call that stopped is on the board. */
function placeOf({ step, state, waitsFor }: SetUpStep, scoredCallId: string | null): Place {
  const place = PLACES[step];
  if ((waitsFor === 'approval' || waitsFor === 'confirmation') && place.by === 'administrator' && step !== 'retention')
    return { ...place, to: '/role-proposals', needs: 'roles.approve' };
  if (step === 'score' && state === 'done' && scoredCallId) return { ...place, to: `/calls/${scoredCallId}` };
  if (waitsFor === 'attention') return { ...place, to: '/processing', needs: 'processing.read' };
  return place;
}

const Ring = (props: { role: string; 'aria-label': string }) => <span className="set-up-ring" {...props} />;
const GLYPHS = { done: CheckCircleFilled, waiting: ClockCircleOutlined, open: Ring };

/**
 * Steps of a new installation up to its first scored call. The panel disappears when they are done. If it fails to load, home shows nothing instead
 * of an error.
 */
export function SetUpPanel() {
  const { t } = useTranslation();
  const id = useId();
  const { data } = useSetUp();
  if (!data || data.finished) return null;
  const done = data.steps.filter(({ state }) => state === 'done').length;
  return (
    <section className="home-panel admin-section dense" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('home.setUp.title')}</h2>
      </header>
      <p className="soft below-2">{t('home.setUp.note', { done, count: data.steps.length })}</p>
      <ol className="home-rows lined">
        {data.steps.map((step) => (
          <Step key={step.step} step={step} {...data} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, languages, scoredCallId }: { step: SetUpStep } & Pick<SetUp, 'languages' | 'scoredCallId'>) {
  const { t } = useTranslation();
  const { permissions, smallHouse } = useMe();
  const { to, needs, by } = placeOf(step, scoredCallId);
  const Glyph = GLYPHS[step.state];
  const ofOne = smallHouse && step.step === 'administrators';
  const title = ofOne ? t('home.setUp.step.administrators.alone') : t(`home.setUp.step.${step.step}.title`);
  const mine = permissions.includes(needs);
  const how = useHow(step, languages);
  return (
    <li className={`set-up-step grid at-top gap-2 set-up-${step.state}`}>
      <Glyph aria-label={t(`home.setUp.${step.state}`)} role="img" />
      <div>
        {mine ? <Link to={to}>{title}</Link> : <span>{title}</span>}
        {step.canWait && step.state !== 'done' && <small> · {t('home.setUp.canWait')}</small>}
        {how && <p className="soft">{how}</p>}
        {!mine && (step.state !== 'done' || by === 'readers') && <p className="soft">{t(`home.setUp.by.${by}`)}</p>}
      </div>
    </li>
  );
}

/** What it waits for, or how it is done; of what is done only what is worth knowing. */
function useHow({ step, state, waitsFor }: SetUpStep, languages: SetUp['languages']): string | null {
  const { t } = useTranslation();
  if (waitsFor) return t(`home.setUp.waits.${waitsFor}`);
  if (step === 'engine' && state === 'done') {
    return t('home.setUp.step.engine.hears', {
      languages: [...languages]
        .sort()
        .reverse()
        .map((one) => t(`calls.spoken.${one}`))
        .join(' · '),
    });
  }
  return state === 'done' && step !== 'score' ? null : t(`home.setUp.step.${step}.how`);
}

/** What is wrong with the installation, in sentences, or that nothing is. */
export function InstallationPanel() {
  const { t } = useTranslation();
  const board = useProcessingBoard(true);
  return (
    <Panel title={t('home.installation')} of={board} all={{ to: '/processing', words: t('home.all') }}>
      {(read) => <AlarmList board={read} />}
    </Panel>
  );
}
