import type { Desk } from '../../options/desk.ts';

/** Feed. */
export function FeedSection({ desk }: { readonly desk: Desk }) {
  return <p>{desk.say.t('options_loading')}</p>;
}
