import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommitments } from '../../data/commitments.js';
import { useFormat } from '../../format/use-format.js';
import { DueWords } from '../promises/due-words.js';
import '../promises/promises.css';
import { Panel, Rows } from './panel.js';

const SHOWN = 5;

/** Promises that are overdue or due today, what is due first. */
export function PromisesPanel({ own }: { own: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useCommitments('today', true);
  return (
    <Panel
      title={t(own ? 'home.promises.mine' : 'home.promises.teams')}
      why="promises"
      of={{ data: data?.pages[0], error, refetch }}
      all={{ to: '/promises', words: t('home.all') }}
    >
      {({ items }) => (
        <Rows
          rows={items.slice(0, SHOWN)}
          none={t('home.promises.none')}
          row={(one) => (
            <li key={one.commitmentId} className="home-promise grid gap-2">
              <DueWords commitment={one} />
              <div>
                <Link to={`/calls/${one.callId}?t=${Math.floor(one.fromMs / 1000)}`}>
                  {t(`promises.kind.${one.kind}`)}
                </Link>
                <small className="ruled wraps">
                  {[one.matter, one.customer, own ? null : format.text(one.owner.name)].filter(Boolean).map((words) => (
                    <span key={words}>{words}</span>
                  ))}
                </small>
              </div>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
