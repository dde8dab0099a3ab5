import type { AboutView } from '../../../lib/app/admin/about-model.ts';
import type { Desk } from '../../options/desk.ts';
import type { ScreenProps } from '../../options/screen.ts';
import { Section } from '../../options/Section.tsx';
import { useLook } from '../../options/use-look.ts';
import { DiagnosticsSection } from './DiagnosticsSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { PermissionsSection } from './PermissionsSection.tsx';

/** What each part of the screen is given. */
export interface AboutProps {
  readonly desk: Desk;
  readonly about: AboutView;
  readonly again: () => Promise<void>;
}

/** Language, keys, permissions, diagnostics, and what Dealside is. */
export function AboutScreen({ desk }: ScreenProps) {
  const { t } = desk.say;
  const { found, again } = useLook(desk.actions.about.look, desk.view);
  if (!found) return <p aria-busy>{t('options_loading')}</p>;
  const props: AboutProps = { desk, about: found, again };
  return (
    <>
      <LanguageSection {...props} />
      <KeysSection {...props} />
      <PermissionsSection {...props} />
      <DiagnosticsSection desk={desk} />
      <Facts {...props} />
    </>
  );
}

function Facts({ desk, about }: AboutProps) {
  const { t } = desk.say;
  return (
    <Section title={t('about_title')}>
      <dl className="op-panel op-facts">
        <div>
          <dt>{t('about_version')}</dt>
          <dd>{about.version}</dd>
        </div>
        <div>
          <dt>{t('about_licence')}</dt>
          <dd>{t('about_licence_mit')}</dd>
        </div>
        <div>
          <dt>{t('about_documents')}</dt>
          <dd>{t('about_documents_where')}</dd>
        </div>
        <div>
          <dt>{t('about_welcome')}</dt>
          <dd>
            <a href="/welcome.html">{t('about_welcome_open')}</a>
          </dd>
        </div>
      </dl>
    </Section>
  );
}
