import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router';
import { roleSchema, type Role } from '#contracts';
import { PartTabs } from '../../components/tabs.js';
import { WhenRead } from '../../components/admin-page.js';
import { ScrollPane } from '../../components/scroll-pane.js';
import { useMe } from '../../data/session.js';
import { useLanguage } from '../../format/use-format.js';
import { loaded } from '../../shell/later.js';
import { NotFound } from '../../shell/not-found.js';
import { Document, textOf } from './document.js';
import { forReader, GUIDE_OF, pageOfScreen, placeOf } from './help.rules.js';
import { blocksOf, plainOf, type Block } from './markdown.rules.js';
import './help.css';

/** `/help/mine` is the guide of one's role, `/help/here?screen=/reports` what tells of a screen, and any other name a document. */
export function HelpScreen() {
  const { page = 'mine' } = useParams();
  const [search] = useSearchParams();
  const me = useMe();
  const own = GUIDE_OF[me.roles[0] ?? 'agent'];
  if (page === 'here') {
    const there = pageOfScreen(search.get('screen') ?? '');
    return <Navigate to={`/help/${there ?? own}`} replace />;
  }
  return <Page key={page} page={page === 'mine' ? own : page} />;
}

function Page({ page }: { page: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const load = textOf(page, language);
  const text = useQuery({
    queryKey: ['help', page, language],
    queryFn: () => loaded(load!),
    enabled: load !== undefined,
    staleTime: Infinity,
  });
  if (!load) return <NotFound />;
  return (
    <div className="admin column fills">
      <header className="row gap-4 padded">
        <h1>{t('help.title')}</h1>
        <Guides />
      </header>
      <ScrollPane name={t('help.title')} className="admin-body" ifEmpty>
        <WhenRead of={text}>{(read) => <Read blocks={forReader(blocksOf(read), language)} />}</WhenRead>
      </ScrollPane>
    </div>
  );
}

/** The guides of the roles: one's own first. */
function Guides() {
  const { t } = useTranslation();
  const { roles } = useMe();
  const all = [...roles, ...roleSchema.options].map((role) => GUIDE_OF[role]);
  const nameOf = (guide: string) => roleSchema.options.find((role) => GUIDE_OF[role] === guide) as Role;
  return (
    <PartTabs
      name={t('help.guides')}
      parts={[...new Set(all)].map((guide) => ({ to: `/help/${guide}`, label: t(`help.guide.${nameOf(guide)}`) }))}
    />
  );
}

function Read({ blocks }: { blocks: readonly Block[] }) {
  const { hash } = useLocation();
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? plainOf(block.parts) : [],
  );
  const place = hash === '' ? null : placeOf(hash, headings);
  useEffect(() => {
    const heading = place === null ? null : document.getElementById(place);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }, [place]);
  return (
    <article className="help">
      <Document blocks={blocks} />
    </article>
  );
}
