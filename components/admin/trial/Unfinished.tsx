import { useMemo } from 'react';
import type { PlaybookFault } from '../../../lib/messaging/protocol.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { Fault } from '../../options/Fault.tsx';
import { hashOf } from '../../options/routes.ts';
import type { Desk } from '../../options/desk.ts';
import { Places } from '../editor/publish/Places.tsx';
import { useDraft } from '../editor/use-draft.ts';
import { lintNow, useKnown } from '../editor/use-lint.ts';

interface Props {
  readonly desk: Desk;
  readonly fault: PlaybookFault | null;
}

/** Why the draft cannot be tried: what the editor says about it, each with the way to where it is mended. */
export function Unfinished({ desk, fault }: Props) {
  const draft = useDraft(desk.actions.draft);
  if (draft.kind !== 'draft') return <Plain desk={desk} fault={fault} />;
  return <Errors desk={desk} fault={fault} draft={draft.draft.playbook} />;
}

function Errors({ desk, fault, draft }: Props & { readonly draft: Playbook }) {
  const known = useKnown(desk);
  const { labels } = desk.view;
  const errors = useMemo(
    () => lintNow(draft, known, labels).filter(({ level }) => level === 'error'),
    [draft, known, labels],
  );
  if (errors.length === 0) return <Plain desk={desk} fault={fault} />;
  return (
    <Places
      desk={desk}
      draft={draft}
      findings={errors}
      title={desk.say.t('trial_invalid_draft')}
      onClose={stay}
    />
  );
}

/** Nothing is open that the link would have to close. */
const stay = (): void => undefined;

/** What the check of a playbook says, where the editor has nothing to say. */
function Plain({ desk: { say }, fault }: Props) {
  return (
    <>
      <p>{say.t('trial_invalid_draft')}</p>
      {fault && <Fault fault={fault} say={say} />}
      <a href={hashOf('edit')}>{say.t('trial_to_edit')}</a>
    </>
  );
}
