import type { ScreenProps } from '../../options/screen.ts';

/** What left this browser. */
export function LeftScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
