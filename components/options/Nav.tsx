import type { ReactNode } from 'react';
import type { Words } from '../../lib/app/words.ts';
import { GROUPS, hashOf, ROUTES, type RouteId } from './routes.ts';

interface Props {
  readonly t: Words;
  readonly current: RouteId;
  /** The screens that this browser's role shows. */
  readonly shown: (id: RouteId) => boolean;
  /** What stands under the menu. */
  readonly children?: ReactNode;
}

/** The menu of the options page: links, so that each screen has an address of its own. */
export function Nav({ t, current, shown, children }: Props) {
  return (
    <nav className="op-nav" aria-label={t('nav_label')}>
      <p className="op-brand">{t('extensionName')}</p>
      {GROUPS.map(({ id, title }) => {
        const routes = ROUTES.filter((route) => route.group === id && shown(route.id));
        if (routes.length === 0) return null;
        return (
          <div key={id} className="op-nav-group">
            <p className="op-nav-title" aria-hidden="true">
              {t(title)}
            </p>
            <ul aria-label={t(title)}>
              {routes.map((route) => (
                <li key={route.id}>
                  <a
                    href={hashOf(route.id)}
                    aria-current={route.id === current ? 'page' : undefined}
                  >
                    {t(route.title)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {children}
    </nav>
  );
}
