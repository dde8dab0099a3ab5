import { act, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import { Card } from '../../components/card/Card.tsx';
import { createDrafts } from '../../components/card/drafts.ts';
import type { CardActions, CardView } from '../../lib/app/card-model.ts';
import type { SaveResult } from '../../lib/messaging/protocol.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { actions, assessment, deal, view } from './gallery/deals.ts';

const t = wordsOf(en);

/** Shows the card in English; `show` gives the same card another view. */
export function open(first: CardView, doing: Partial<CardActions> = {}) {
  // jsdom has no pointer capture; the drag itself is tried in a browser.
  HTMLElement.prototype.setPointerCapture = () => undefined;
  const drafts = createDrafts();
  const element = (shown: CardView) => (
    <Card view={shown} actions={actions(doing)} t={t} locale="en-GB" drafts={drafts} />
  );
  const { rerender, container } = render(element(first));
  const show = (next: CardView): void => {
    rerender(element(next));
  };
  return { container, show };
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const box = (name: string | RegExp) =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name });
export const card = () => screen.getByRole('region', { name: /^Dealside/ });

/** Another deal than the one that views show. */
export const otherDeal: CardView = view({
  deal: { ...deal, ref: { crm: 'atomic', id: '18' } },
  assessment: assessment({ ref: { crm: 'atomic', id: '18' } }),
});

/** A save that ends when the test says so. */
export function later() {
  let finish: (result: SaveResult) => void = () => undefined;
  const save = vi.fn(
    () =>
      new Promise<SaveResult>((resolve) => {
        finish = resolve;
      }),
  );
  const end = (result: SaveResult): Promise<void> =>
    act(async () => {
      finish(result);
      await Promise.resolve();
    });
  return { save, end };
}
