import { useMemo } from 'react';
import type { OptionsActions } from '../../lib/app/options-model.ts';
import type { Words } from '../../lib/app/words.ts';
import { createFormat } from '../card/format.ts';
import { HealthSection } from './HealthSection.tsx';
import { CustomSection } from './CustomSection.tsx';
import { InForceSection } from './InForceSection.tsx';
import { OwnSection } from './OwnSection.tsx';
import { PacksSection } from './PacksSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import { Section } from './Section.tsx';
import { SalesforceSection } from './SalesforceSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { SuggestedSection } from './SuggestedSection.tsx';
import type { Say } from './say.ts';
import { useOptions } from './use-options.ts';
import { usePublishing } from './use-publishing.ts';

export interface OptionsProps {
  readonly actions: OptionsActions;
  readonly t: Words;
  readonly locale: string;
}

/** The page for whoever sets Dealside up. */
export function Options({ actions, t, locale }: OptionsProps) {
  const say = useMemo<Say>(() => ({ t, fmt: createFormat(locale, '', t) }), [t, locale]);
  const { view, refresh } = useOptions(actions.look);
  const publishing = usePublishing(refresh);
  return (
    <main className="op-main" aria-busy={!view}>
      <h1>{t('options_title')}</h1>
      <p className="op-lead">{t('options_lead')}</p>
      {view ? (
        <Sections desk={{ view, actions, say, publishing, refresh }} />
      ) : (
        <p>{t('options_loading')}</p>
      )}
    </main>
  );
}

type Props = Parameters<typeof InForceSection>[0];

function Sections({ desk }: Props) {
  const { t } = desk.say;
  return (
    <>
      <InForceSection desk={desk} />
      <PacksSection desk={desk} />
      <OwnSection desk={desk} />
      <PlaceSection desk={desk} />
      <SitesSection desk={desk} />
      <SalesforceSection desk={desk} />
      <CustomSection desk={desk} />
      <SuggestedSection desk={desk} />
      <HealthSection desk={desk} />
      <Section title={t('options_privacy_title')}>
        <div className="op-panel">
          <p>{t('options_privacy_text')}</p>
          <p>{t('options_privacy_kept')}</p>
        </div>
      </Section>
    </>
  );
}
