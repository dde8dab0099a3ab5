import { useEffect, useMemo, useRef } from 'react';
import { LANGUAGES, wordsIn, type Language } from '../../lib/app/catalogues.ts';
import type { OptionsActions } from '../../lib/app/options-model.ts';
import type { Words } from '../../lib/app/words.ts';
import { createFormat } from '../card/format.ts';
import { Nav } from './Nav.tsx';
import { ROUTES, type RouteId } from './routes.ts';
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
  const { screen, rest } = useAddress();
  const title = useScreenFocus(screen);
  const Screen = SCREENS[screen];
  return (
    <div className="op-frame">
      <Nav t={t} current={screen} shown={() => true} />
      <main className="op-main" aria-busy={!view}>
        <h1 ref={title} tabIndex={-1}>
          {t(ROUTES.find(({ id }) => id === screen)?.title ?? 'options_title')}
        </h1>
        {view ? (
          <Screen desk={{ view, actions, say, says: SAYS, publishing, refresh }} rest={rest} />
        ) : (
          <p>{t('options_loading')}</p>
        )}
      </main>
    </div>
  );
}

/** Moves the focus to the title when another screen has come: a screen reader says where one is. */
function useScreenFocus(screen: RouteId) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    title.current?.focus();
    window.scrollTo(0, 0);
  }, [screen]);
  return title;
}
