import type { WorkerPresence } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { BoardTable } from './board-table.js';
import { spreadEngines, type SpreadEngine } from './engines.rules.js';
import { useLanguageName } from './use-names.js';

/** What can transcribe, and the language model that may judge, as the workers report it. */
export function EnginesTable({ workers }: { workers: readonly WorkerPresence[] }) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  return (
    <BoardTable
      title={t('processing.enginesTitle')}
      none={t('processing.enginesNone')}
      columns={[
        { name: t('processing.columns.engine'), cell: ({ name }) => <span className="mono">{name}</span> },
        { name: t('processing.columns.version'), cell: ({ version }) => version },
        {
          name: t('processing.columns.languages'),
          cell: ({ languages }) =>
            languages.length === 0 ? t('processing.noLanguages') : languages.map(languageName).join(' '),
          quiet: ({ languages }) => languages.length === 0,
        },
        { name: t('processing.columns.worker'), cell: (engine) => `${engine.on} / ${engine.of}` },
        { name: t('processing.columns.state'), cell: (engine) => <EngineState engine={engine} /> },
      ]}
      rows={spreadEngines(workers)}
      keyOf={({ name }) => name}
    />
  );
}

function EngineState({ engine }: { engine: SpreadEngine }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!engine.available)
    return (
      <>
        {t('processing.engineAway')}
        {engine.advice && <small>{format.text(engine.advice)}</small>}
      </>
    );
  if (!engine.enabled) return t('processing.engineUnused');
  return engine.production ? t('processing.engineAvailable') : t('processing.engineDemo');
}
