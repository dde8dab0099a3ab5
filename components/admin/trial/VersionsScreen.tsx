import type { ScreenProps } from '../../options/screen.ts';

/** The published versions, and any two of them compared. */
export function VersionsScreen({ desk }: ScreenProps) {
  return <p>{desk.say.t('options_loading')}</p>;
}
