import type { ScreenProps } from '../../options/screen.ts';

/** Who sees which screens. */
export function RolesScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
