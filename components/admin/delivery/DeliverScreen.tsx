import type { ScreenProps } from '../../options/screen.ts';
import { FeedSection } from './FeedSection.tsx';
import { PolicySection } from './PolicySection.tsx';
import { RolloutSection } from './RolloutSection.tsx';

/** How the playbook gets to everybody. */
export function DeliverScreen({ desk }: ScreenProps) {
  return (
    <>
      <PolicySection desk={desk} />
      <FeedSection desk={desk} />
      <RolloutSection desk={desk} />
    </>
  );
}
