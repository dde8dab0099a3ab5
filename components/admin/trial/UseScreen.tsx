import type { ScreenProps } from '../../options/screen.ts';

/** What each gate and signal does on the deals that are known here. */
export function UseScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
