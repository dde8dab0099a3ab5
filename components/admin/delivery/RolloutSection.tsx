import type { Desk } from '../../options/desk.ts';

/** Rollout. */
export function RolloutSection({ desk }: { readonly desk: Desk }) {
  return <p>{desk.say.t('options_loading')}</p>;
}
