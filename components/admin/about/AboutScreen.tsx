import type { ScreenProps } from '../../options/screen.ts';

/** Language, keys, permissions and diagnostics. */
export function AboutScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
