import { useEffect, useMemo, useRef } from 'react';
import { LANGUAGES, wordsIn, type Language } from '../../lib/app/catalogues.ts';
import type { OptionsActions } from '../../lib/app/options-model.ts';
import type { Role } from '../../lib/app/policy-model.ts';
import type { Words } from '../../lib/app/words.ts';
import { RefusedScreen, RoleNote } from '../admin/delivery/ForRole.tsx';
import { isShown, SCREENS_OF } from '../admin/delivery/role-screens.ts';
import { createFormat } from '../card/format.ts';
import { Nav } from './Nav.tsx';
import { ROUTES, type Place, type RouteId } from './routes.ts';
import type { Say, Says } from './say.ts';
import { SCREENS } from './screens.tsx';
import { useAddress } from './use-address.ts';
import { useOptions } from './use-options.ts';
import { usePublishing } from './use-publishing.ts';

export interface OptionsProps {
  readonly actions: OptionsActions;
  readonly t: Words;
  readonly locale: string;
}

const sayIn = (language: Language): Say => {
  const t = wordsIn(language);
  return { t, fmt: createFormat(language, '', t) };
};

const SAYS = Object.fromEntries(LANGUAGES.map((language) => [language, sayIn(language)])) as Says;

/** The page for whoever sets Dealside up: a menu, and one screen at a time. */
export function Options({ actions, t, locale }: OptionsProps) {
  const say = useMemo<Say>(() => ({ t, fmt: createFormat(locale, '', t) }), [t, locale]);
  const { view, refresh } = useOptions(actions.look);
  const publishing = usePublishing(refresh);
  // Until the role is known, the menu shows what everybody sees.
  const role = view?.who.role ?? 'rep';
  const { screen, rest } = placeFor(useAddress(), role);
  const title = useScreenFocus(view && screen);
  const Screen = SCREENS[screen];
  usePolicyChanges(actions, refresh);
  return (
    <div className="op-frame">
      <Nav t={t} current={screen} shown={(id) => SCREENS_OF[role].includes(id)}>
        {view && <RoleNote t={t} role={role} current={screen === 'roles'} />}
      </Nav>
      <main className="op-main" aria-busy={!view}>
        <h1 ref={title} tabIndex={-1}>
          {t(ROUTES.find(({ id }) => id === screen)?.title ?? 'options_title')}
        </h1>
        {!view && <p>{t('options_loading')}</p>}
        {view && !isShown(role, screen) && <RefusedScreen t={t} role={role} />}
        {view && isShown(role, screen) && (
          <Screen desk={{ view, actions, say, says: SAYS, publishing, refresh }} rest={rest} />
        )}
      </main>
    </div>
  );
}

/** Where the address leads; where it names no screen, to the first one of the role's menu. */
function placeFor(place: Place, role: Role): Place {
  const [first = place.screen] = SCREENS_OF[role];
  return place.named ? place : { ...place, screen: first };
}

/** Reads everything again when the browser's policy is another: what it locks is then seen at once. */
function usePolicyChanges({ policy }: OptionsActions, refresh: () => Promise<void>): void {
  useEffect(() => policy.watch(() => void refresh()), [policy, refresh]);
}

/** Moves the focus to the title when another screen has come: a screen reader says where one is. Null: none is shown yet. */
function useScreenFocus(screen: RouteId | null) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(screen);
  useEffect(() => {
    const before = shown.current;
    shown.current = screen;
    if (before === null || before === screen) return;
    title.current?.focus();
    window.scrollTo(0, 0);
  }, [screen]);
  return title;
}
