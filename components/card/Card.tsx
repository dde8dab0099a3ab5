import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { CardView } from '../../lib/app/card-model.ts';
import { Bar } from './Bar.tsx';
import { Body } from './Body.tsx';
import { CardProvider, type CardProps } from './context.ts';
import { createDrafts } from './drafts.ts';
import { Pill } from './Pill.tsx';
import { useFocusRequests, useKeptFocus } from './use-focus.ts';
import { usePlace } from './use-place.ts';
import { useCardContext } from './use-card-context.ts';

const pageDrafts = createDrafts();

/** The card beside the deal. It sits where `view.place` says, and leaves the rest of the window alone. */
export function Card({ view, actions, t, locale, onDrawn, drafts = pageDrafts }: CardProps) {
  const { context, said, dealKey } = useCardContext({ view, actions, t, locale, drafts });
  const placing = usePlace(view.place, actions.move);
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => onDrawn?.(), [onDrawn]);
  const entering = useRef(false);
  const [folded, setFolded] = useState(false);
  const kept = useKeptFocus(root);
  const { right, bottom, collapsed } = placing.place;

  const enter = (): void => {
    entering.current = true;
    if (collapsed) placing.setCollapsed(false);
    else root.current?.focus();
  };
  useFocusRequests(view.focusRequests, enter);
  useLayoutEffect(() => {
    if (!entering.current || !root.current) return;
    entering.current = false;
    root.current.focus();
  });
  const fold = (): void => {
    setFolded(true);
    placing.setCollapsed(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    fold();
  };
  const name = nameOf(view) ?? t('card_this_deal');
  const place = { '--ds-right': `${right}px`, '--ds-bottom': `${bottom}px` } as CSSProperties;
  return (
    <CardProvider value={context}>
      <div className="ds" lang={context.fmt.locale} style={place}>
        {collapsed ? (
          <Pill assessment={view.assessment} placing={placing} onOpen={enter} takeFocus={folded} />
        ) : (
          <section
            ref={root}
            className="ds-card"
            aria-label={t('card_label', [name])}
            tabIndex={-1}
            onKeyDown={onKeyDown}
            {...kept}
          >
            <Bar name={name} placing={placing} onFold={fold} />
            <div className="ds-scroll" key={dealKey}>
              <Body />
            </div>
            <p role="status" className="ds-said">
              {said}
            </p>
          </section>
        )}
      </div>
    </CardProvider>
  );
}

const nameOf = ({ deal }: CardView): string | undefined =>
  deal?.fields.name.is === 'value' ? deal.fields.name.value : undefined;
