import type { ScreenProps } from '../../options/screen.ts';

/** What is kept in this browser. */
export function DataScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
