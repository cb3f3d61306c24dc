import { callStageSchema, languageSchema } from '#contracts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { filtersFrom, withFilter } from './filters.rules.js';

const ALL = 'all';

/** Filters live in the address, so that a filtered list can be sent to a colleague. */
export function CallFiltersBar() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersFrom(search);
  const choose = (name: 'stage' | 'language') => (value: string) =>
    setSearch(withFilter(search, name, value === ALL ? undefined : value));
  return (
    <div className="calls-filters" role="group" aria-label={t('calls.filters.label')}>
      <Select
        aria-label={t('calls.filters.stage')}
        value={filters.stage ?? ALL}
        onChange={choose('stage')}
        popupMatchSelectWidth={false}
        options={[
          { value: ALL, label: t('calls.filters.allStages') },
          ...callStageSchema.options.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
        ]}
      />
      <Select
        aria-label={t('calls.filters.language')}
        value={filters.language ?? ALL}
        onChange={choose('language')}
        popupMatchSelectWidth={false}
        options={[
          { value: ALL, label: t('calls.filters.allLanguages') },
          ...languageSchema.options.map((language) => ({ value: language, label: t(`calls.spoken.${language}`) })),
        ]}
      />
    </div>
  );
}
