import type { PermissionLine } from '../../../lib/app/admin/about-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { hashOf } from '../../options/routes.ts';
import type { Say } from '../../options/say.ts';
import { Section } from '../../options/Section.tsx';
import type { AboutProps } from './AboutScreen.tsx';

/** What each permission is used for. A test holds this to the manifest. */
export const PERMISSION_KEYS: Readonly<Record<string, MessageKey>> = {
  activeTab: 'about_permission_activeTab',
  alarms: 'about_permission_alarms',
  cookies: 'about_permission_cookies',
  scripting: 'about_permission_scripting',
  storage: 'about_permission_storage',
};

/** Every permission in plain words, and the hosts that were granted. */
export function PermissionsSection({ desk, about }: AboutProps) {
  const { say, view } = desk;
  const { t } = say;
  return (
    <Section title={t('about_permissions_title')} lead={t('about_permissions_lead')}>
      <div className="op-panel">
        <ul className="op-rows">
          {about.permissions.map((line) => (
            <Permission key={line.name} line={line} say={say} />
          ))}
        </ul>
        <h3 className="op-strong">{t('about_hosts')}</h3>
        {view.sites.length === 0 ? (
          <p>{t('about_hosts_none')}</p>
        ) : (
          <ul className="ab-hosts">
            {view.sites.map(({ pattern, host }) => (
              <li key={pattern}>{host || t('options_sites_all')}</li>
            ))}
          </ul>
        )}
        <p className="op-small">
          <a href={hashOf('sites')}>{t('about_hosts_change', [t('nav_sites')])}</a>
        </p>
      </div>
    </Section>
  );
}

function Permission({ line, say: { t } }: { readonly line: PermissionLine; readonly say: Say }) {
  const { name, held, optional } = line;
  return (
    <li className="op-row ab-permission">
      <p>
        <code>{name}</code>{' '}
        {optional && (
          <span className={held ? 'op-tag op-tag-in-force' : 'op-tag'}>
            {t(held ? 'about_permission_held' : 'about_permission_not_held')}
          </span>
        )}
      </p>
      <p className="op-small">{t(PERMISSION_KEYS[name] ?? 'about_permission_other')}</p>
    </li>
  );
}
