import { takeDrafts, type GateDraft } from '../../../../lib/core/suggested.ts';
import { SuggestedSection } from '../../../options/SuggestedSection.tsx';
import type { PartProps } from '../part.ts';

/** The gates that a CRM already has, to be taken into the draft. */
export function FromCrm({ desk, draft, change }: PartProps) {
  const take = (drafts: readonly GateDraft[]): void => {
    change((now) => takeDrafts(now, drafts));
  };
  return <SuggestedSection desk={desk} into={{ playbook: draft, take }} />;
}
