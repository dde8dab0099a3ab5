import { useEffect, useState } from 'react';
import type { Aside, DraftActions, OpenDraft } from '../../../lib/app/admin/draft-model.ts';
import { playbookOf } from '../../../lib/app/options-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';
import { clockTime } from '../../options/moments.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Diff } from '../trial/Diff.tsx';
import { saveDraft } from './save-draft.ts';

interface Props {
  readonly desk: Desk;
  readonly open: OpenDraft;
}

/** Another tab changed the draft, or took it away, while this one had changes of its own: one of the two goes on. */
export function ElsewhereNotice({ desk, open }: Props) {
  const { actions, say } = desk;
  const { t } = say;
  const { elsewhere, draft } = open;
  if (!elsewhere) return <div role="alert" />;
  const changed = elsewhere.kind === 'changed';
  return (
    <div role="alert" className="ed-notice">
      <p className="op-strong">
        {changed
          ? t('edit_elsewhere', [clockTime(elsewhere.draft.savedAt, say.fmt)])
          : t('edit_elsewhere_gone')}
      </p>
      {changed && (
        <Diff before={draft.playbook} after={elsewhere.draft.playbook} say={say} says={desk.says} />
      )}
      <p>{t(changed ? 'edit_elsewhere_text' : 'edit_elsewhere_gone_text')}</p>
      <div className="op-actions">
        <Button onClick={() => void actions.draft.take('theirs')}>
          {t(changed ? 'edit_take_theirs' : 'edit_take_gone')}
        </Button>
        <Button onClick={() => void actions.draft.take('mine')}>{t('edit_take_mine')}</Button>
      </div>
    </div>
  );
}

/** Another version came into force since the draft was started: what that changed, which this draft does not have. */
export function NewerNotice({ desk, open }: Props) {
  const { actions, say, view } = desk;
  const { t } = say;
  const inForce = playbookOf(view.inForce);
  const { basedOn } = open.draft;
  const before = useVersion(desk, basedOn);
  if (!inForce || inForce.version === basedOn) return null;
  return (
    <div className="ed-notice" role="status">
      <p className="op-strong">{t('edit_newer', [inForce.version, basedOn])}</p>
      {before && <Diff before={before} after={inForce} say={say} says={desk.says} />}
      <p>{t('edit_newer_text')}</p>
      <div className="op-actions">
        <Button
          onClick={() => {
            actions.draft.rebase(inForce.version);
          }}
        >
          {t('edit_newer_go_on')}
        </Button>
      </div>
    </div>
  );
}

/** An earlier version's rules; null until they are read, and where they cannot be. */
function useVersion({ actions, view }: Desk, version: number): Playbook | null {
  const [found, setFound] = useState<Playbook | null>(null);
  const row = view.earlier.find((each) => each.version === version);
  const seq = row === undefined ? undefined : row.seq;
  const { earlier } = actions;
  useEffect(() => {
    let over = false;
    if (seq !== undefined) {
      void earlier(seq).then(({ playbook }) => {
        if (!over) setFound(playbook);
      });
    }
    return () => {
      over = true;
      setFound(null);
    };
  }, [seq, earlier]);
  return found;
}

const ASIDE_KEYS: Readonly<Record<Aside['why'], MessageKey>> = {
  discarded: 'edit_aside_discarded',
  replaced: 'edit_aside_replaced',
  gone: 'edit_elsewhere_gone',
  mine: 'edit_aside_mine',
  theirs: 'edit_aside_theirs',
};

interface AsideProps {
  readonly draft: DraftActions;
  readonly aside: Aside | null;
  readonly say: Say;
}

/** What was set aside, to be brought back, downloaded or let go. */
export function AsideNotice({ draft, aside, say: { t } }: AsideProps) {
  return (
    <div role="status">
      {aside && (
        <div className="ed-aside">
          <p data-focus tabIndex={-1}>
            {t(ASIDE_KEYS[aside.why])}
          </p>
          <div className="op-actions">
            <Button onClick={() => void draft.bringBack()}>{t('edit_bring_back')}</Button>
            <Button
              look="quiet"
              onClick={() => {
                saveDraft(aside.playbook);
              }}
            >
              {t('edit_download')}
            </Button>
            <Button look="quiet" onClick={draft.forgetAside}>
              {t('edit_let_go')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
