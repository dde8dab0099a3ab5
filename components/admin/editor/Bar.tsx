import { useState } from 'react';
import type { OpenDraft } from '../../../lib/app/admin/draft-model.ts';
import { hashOf } from '../../options/routes.ts';
import { ACT_FAULT_KEYS } from '../../card/fault-words.ts';
import type { Desk } from '../../options/desk.ts';
import { clockTime } from '../../options/moments.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Ask } from '../../options/Ask.tsx';
import { saveDraft } from './save-draft.ts';

interface Props {
  readonly desk: Desk;
  readonly open: OpenDraft;
  readonly locked: boolean;
  /** Without it the draft can be downloaded. */
  readonly canPublish: boolean;
  readonly onPublish: () => void;
  readonly onStartAgain: () => void;
}

/** What the draft is, whether it is kept, and what can be done with it as a whole. */
export function Bar(props: Props) {
  const { desk, open, locked, canPublish, onPublish, onStartAgain } = props;
  const { actions, say, view } = desk;
  const { t, fmt } = say;
  const { playbook, basedOn } = open.draft;
  return (
    <div className="op-panel ed-bar">
      <div className="ed-bar-text">
        <p className="op-strong" data-focus tabIndex={-1}>
          {fmt.text(playbook.name) || t('edit_unnamed')}
        </p>
        <p className="op-small">{t('edit_draft_for', [view.next, basedOn])}</p>
        <Keeping open={open} say={say} onAgain={() => void actions.draft.flush()} />
      </div>
      {!locked && (
        <div className="ed-bar-main">
          <a className="ds-button ds-button-plain" href={hashOf('try')}>
            {t('edit_try')}
          </a>
          {canPublish ? (
            <Button look="main" onClick={onPublish} aria-haspopup="dialog">
              {t('edit_publish_open')}
            </Button>
          ) : (
            <Button
              look="main"
              onClick={() => {
                saveDraft(playbook);
              }}
            >
              {t('edit_download')}
            </Button>
          )}
        </div>
      )}
      {!locked && <Steps {...{ desk, open, onStartAgain }} />}
    </div>
  );
}

interface KeepingProps {
  readonly open: OpenDraft;
  readonly say: Say;
  readonly onAgain: () => void;
}

/** Whether the last change is kept. Only what went wrong is said aloud: each letter that is kept is no news. */
function Keeping({ open: { keeping, draft, elsewhere }, say, onAgain }: KeepingProps) {
  const { t } = say;
  const failed = keeping !== 'kept' && keeping !== 'keeping' && !elsewhere ? keeping : null;
  return (
    <>
      {keeping === 'kept' && (
        <p className="op-small">{t('edit_kept', [clockTime(draft.savedAt, say.fmt)])}</p>
      )}
      {keeping === 'keeping' && !elsewhere && <p className="op-small">{t('edit_keeping')}</p>}
      <div role="alert">
        {failed && <p className="op-wrong">{t('edit_not_kept', [t(ACT_FAULT_KEYS[failed])])}</p>}
      </div>
      {failed && (
        <Button look="quiet" onClick={onAgain}>
          {t('edit_keep_again')}
        </Button>
      )}
    </>
  );
}

interface StepsProps {
  readonly desk: Desk;
  readonly open: OpenDraft;
  readonly onStartAgain: () => void;
}

function Steps({ desk: { actions, say }, open, onStartAgain }: StepsProps) {
  const { t } = say;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className="ed-steps">
        <Button look="quiet" aria-disabled={!open.canUndo} onClick={actions.draft.undo}>
          {t('edit_undo')}
        </Button>
        <Button look="quiet" aria-disabled={!open.canRedo} onClick={actions.draft.redo}>
          {t('edit_redo')}
        </Button>
        <Button look="quiet" onClick={onStartAgain}>
          {t('edit_start_again')}
        </Button>
        <Button
          look="quiet"
          aria-expanded={asking}
          onClick={() => {
            setAsking(!asking);
          }}
        >
          {t('edit_discard')}
        </Button>
      </div>
      {asking && (
        <Ask
          say={say}
          title={t('edit_discard_title')}
          yes={t('edit_discard')}
          onYes={() => void actions.draft.discard()}
          onNo={() => {
            setAsking(false);
          }}
        >
          <p>{t('edit_discard_text')}</p>
        </Ask>
      )}
    </>
  );
}
