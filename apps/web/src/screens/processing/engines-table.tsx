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
  const columns = ['engine', 'version', 'languages', 'worker', 'state'] as const;
  return (
    <BoardTable
      title={t('processing.enginesTitle')}
      none={t('processing.enginesNone')}
      columns={columns.map((column) => ({ name: t(`processing.columns.${column}`) }))}
      rows={spreadEngines(workers).map((engine) => ({
        key: engine.name,
        cells: [
          { content: <span className="mono">{engine.name}</span> },
          { content: engine.version },
          {
            content:
              engine.languages.length === 0
                ? t('processing.noLanguages')
                : engine.languages.map(languageName).join(' '),
            quiet: engine.languages.length === 0,
          },
          { content: `${engine.on} / ${engine.of}` },
          { content: <EngineState engine={engine} /> },
        ],
      }))}
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
