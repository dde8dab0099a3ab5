import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { OpenDraft } from '../../../lib/app/admin/draft-model.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Bar } from './Bar.tsx';
import { AsideNotice, ElsewhereNotice, NewerNotice } from './Notices.tsx';
import { PartNav } from './PartNav.tsx';
import { partAt, partOf } from './parts.ts';
import { PublishDialog } from './publish/PublishDialog.tsx';
import { Start } from './start/Start.tsx';
import { useKnown, useLint } from './use-lint.ts';

interface Props {
  readonly desk: Desk;
  readonly open: OpenDraft;
  readonly rest: readonly string[];
  /** The playbook is held fast by policy: everything can be read, and nothing changed. */
  readonly locked: boolean;
  readonly canPublish: boolean;
  readonly publishing: boolean;
  readonly onPublishing: (publishing: boolean) => void;
}

/** The draft: what it is, what is to be decided about it, and its parts. */
export function Editor(props: Props) {
  const { desk, open, rest, locked, canPublish, publishing, onPublishing } = props;
  const { actions, say } = desk;
  const known = useKnown(desk);
  const findings = useLint(open.draft.playbook, known, desk.view.labels);
  const [startAgain, setStartAgain] = useState(false);
  const notices = { desk, open };
  return (
    <>
      <Bar
        {...{ desk, open, locked, canPublish }}
        onPublish={() => {
          desk.publishing.forget();
          onPublishing(true);
        }}
        onStartAgain={() => {
          setStartAgain(!startAgain);
        }}
      />
      <ElsewhereNotice {...notices} />
      <NewerNotice {...notices} />
      <AsideNotice draft={actions.draft} aside={open.aside} say={say} />
      {startAgain && (
        <StartAgain
          desk={desk}
          onClose={() => {
            setStartAgain(false);
          }}
        />
      )}
      <Parts {...{ desk, rest, locked, known, findings }} draft={open.draft.playbook} />
      <PublishDialog
        {...{ desk, known }}
        draft={open.draft.playbook}
        isOpen={publishing}
        onClose={() => {
          onPublishing(false);
        }}
      />
    </>
  );
}

interface PartsProps extends Pick<Props, 'desk' | 'rest' | 'locked'> {
  readonly draft: Playbook;
  readonly known: ReturnType<typeof useKnown>;
  readonly findings: ReturnType<typeof useLint>;
}

/** Kept as they are while the draft is: that it was kept on the disk changes nothing in them. */
const Parts = memo(function Parts({ desk, draft, rest, locked, known, findings }: PartsProps) {
  const { say } = desk;
  const { part, rest: inside } = partAt(rest);
  const { change: set } = desk.actions.draft;
  const change = useCallback(
    (make: (draft: Playbook) => Playbook) => {
      if (!locked) set(make);
    },
    [locked, set],
  );
  const title = usePartFocus(part.id, inside[0]);
  return (
    <>
      <PartNav say={say} current={part.id} findings={findings} />
      <fieldset className="ed-part" disabled={locked} aria-labelledby="ed-part-title">
        <h2 id="ed-part-title" ref={title} tabIndex={-1}>
          {say.t(part.title)}
        </h2>
        <part.Screen
          key={part.id}
          {...{ desk, draft, change, known }}
          findings={findings.filter((each) => partOf(each) === part.id)}
          rest={inside}
        />
      </fieldset>
    </>
  );
});

/** Moves the focus to the part's title when another part has come, unless the address leads to one of its entries. */
function usePartFocus(part: string, entry: string | undefined) {
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(part);
  useEffect(() => {
    if (shown.current === part) return;
    shown.current = part;
    if (entry === undefined) title.current?.focus({ preventScroll: true });
  }, [part, entry]);
  return title;
}

interface StartAgainProps {
  readonly desk: Desk;
  readonly onClose: () => void;
}

function StartAgain({ desk, onClose }: StartAgainProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="ed-again"
      role="group"
      aria-label={desk.say.t('edit_start_again')}
    >
      <Start desk={desk} over onStarted={onClose} />
      <Button look="quiet" onClick={onClose}>
        {desk.say.t('options_cancel')}
      </Button>
    </div>
  );
}
