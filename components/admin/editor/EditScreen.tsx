import { useEffect, useRef, useState } from 'react';
import type { DraftState } from '../../../lib/app/admin/draft-model.ts';
import { RECORDS_FAULT_KEYS } from '../../card/fault-words.ts';
import type { Desk } from '../../options/desk.ts';
import { download } from '../../options/download.ts';
import { Outcome } from '../../options/Outcome.tsx';
import type { ScreenProps } from '../../options/screen.ts';
import { Button } from '../../ui/Button.tsx';
import { heldBy } from '../delivery/held.ts';
import { SetBy } from '../delivery/SetBy.tsx';
import { Editor } from './Editor.tsx';
import { goTo } from './go.ts';
import { AsideNotice } from './Notices.tsx';
import { PLACE } from './publish/place.ts';
import { Start } from './start/Start.tsx';
import { useDraft } from './use-draft.ts';

/** The draft of the playbook, part by part; without one, what it can be started from. */
export function EditScreen({ desk, rest }: ScreenProps) {
  const state = useDraft(desk.actions.draft);
  const [publishing, setPublishing] = useState(false);
  const held = heldBy(desk.view, 'playbook');
  // Beside a playbook that comes from a URL a draft can be written all the same, to be put there as a file.
  const locked = held !== null && held.by !== 'url';
  const isOpen = state.kind === 'draft';
  // What was asked about one draft is not asked about the next.
  if (publishing && !isOpen) setPublishing(false);
  const screen = useFocusKept(state, publishing || desk.publishing.busy);
  useReadAnew(state, desk.refresh);
  return (
    <div className="ed" ref={screen}>
      <p className="op-lead" data-focus tabIndex={-1}>
        {desk.say.t('edit_lead')}
      </p>
      <SetBy desk={desk} lock="playbook" />
      {!(publishing && isOpen) && <Outcome result={desk.publishing.at(PLACE)} say={desk.say} />}
      {isOpen ? (
        <Editor
          {...{ desk, rest, locked, publishing }}
          canPublish={held === null}
          open={state}
          onPublishing={setPublishing}
        />
      ) : (
        <Closed desk={desk} state={state} locked={locked} />
      )}
    </div>
  );
}

/**
 * When what had the focus went away with a decision about the draft, the focus goes to what came in its place. A
 * publication says itself what became of it.
 */
function useFocusKept(state: DraftState, publishing: boolean) {
  const screen = useRef<HTMLDivElement>(null);
  const former = useRef(state.kind);
  const aside = 'aside' in state ? state.aside : null;
  const [elsewhere, basedOn] =
    state.kind === 'draft' ? [state.elsewhere, state.draft.basedOn] : [null, null];
  // Not at once: behind a dialog that goes away with the draft, nothing takes the focus before it is gone.
  useEffect(() => {
    const wasLoading = former.current === 'loading';
    former.current = state.kind;
    const { activeElement, body } = document;
    if (wasLoading || publishing || (activeElement !== body && activeElement !== null)) return;
    const places = screen.current?.querySelectorAll<HTMLElement>('[data-focus]');
    [...(places ?? [])].at(-1)?.focus();
  }, [state.kind, aside, elsewhere, basedOn, publishing]);
  return screen;
}

/** Another tab took the draft away: what is in force may be another version now. */
function useReadAnew(state: DraftState, refresh: Desk['refresh']): void {
  const isGone = 'aside' in state && state.aside?.why === 'gone';
  useEffect(() => {
    if (isGone) void refresh();
  }, [isGone, refresh]);
}

interface ClosedProps {
  readonly desk: Desk;
  readonly state: Exclude<DraftState, { readonly kind: 'draft' }>;
  readonly locked: boolean;
}

/** There is no draft that can be worked on. */
function Closed({ desk, state, locked }: ClosedProps) {
  const { actions, say } = desk;
  const { t } = say;
  if (state.kind === 'loading') return <p>{t('options_loading')}</p>;
  if (state.kind === 'unreadable')
    return <p className="op-wrong">{t(RECORDS_FAULT_KEYS[state.fault])}</p>;
  return (
    <>
      {state.kind === 'broken' && <Broken text={state.text} desk={desk} />}
      {state.kind === 'none' && <AsideNotice draft={actions.draft} aside={state.aside} say={say} />}
      {locked ? (
        <p>{t('edit_locked_none')}</p>
      ) : (
        <Start
          desk={desk}
          over={false}
          onStarted={() => {
            desk.publishing.forget();
            goTo('edit', 'gates');
          }}
        />
      )}
    </>
  );
}

/** What is stored is no draft any more: it is told, can be saved, and stands in nobody's way. */
function Broken({ text, desk: { say } }: { readonly text: string; readonly desk: Desk }) {
  const { t } = say;
  return (
    <div className="ed-notice" role="status">
      <p className="op-strong">{t('edit_broken')}</p>
      <p>{t('edit_broken_text')}</p>
      <div className="op-actions">
        <Button
          onClick={() => {
            download('dealside-draft.json', text);
          }}
        >
          {t('edit_download')}
        </Button>
      </div>
    </div>
  );
}
