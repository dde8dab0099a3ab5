import type { ScreenProps } from '../../options/screen.ts';

/** The draft against the deals that are known here. */
export function TryScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
