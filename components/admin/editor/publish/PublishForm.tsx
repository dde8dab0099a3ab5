import { useMemo, useState } from 'react';
import { sameContents } from '../../../../lib/app/options-draft.ts';
import { playbookOf, type Published } from '../../../../lib/app/options-model.ts';
import type { KnownDeals } from '../../../../lib/app/admin/known.ts';
import type { LintFinding } from '../../../../lib/core/lint/finding.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import type { Desk } from '../../../options/desk.ts';
import { Outcome } from '../../../options/Outcome.tsx';
import { Button } from '../../../ui/Button.tsx';
import { LongText } from '../../form/LongText.tsx';
import { TextInput } from '../../form/TextInput.tsx';
import { Diff } from '../../trial/Diff.tsx';
import { lintNow } from '../use-lint.ts';
import { Places } from './Places.tsx';
import { PLACE } from './place.ts';

/** The longest note and name that are kept of a publication. */
const NOTE = 2000;
const NAME = 120;

interface Props {
  readonly desk: Desk;
  readonly draft: Playbook;
  readonly known: KnownDeals;
  readonly onClose: () => void;
}

/** What is asked before the draft is published. Errors refuse it; warnings are named on the button. */
export function PublishForm(props: Props) {
  const { desk, draft, known, onClose } = props;
  const { publishing, say } = desk;
  const { labels } = desk.view;
  const { t } = say;
  const findings = useMemo(() => lintNow(draft, known, labels), [draft, known, labels]);
  const errors = findings.filter(isError);
  const warnings = findings.filter((each) => !isError(each));
  const places = { desk, draft, onClose };
  return (
    <div className="op-form">
      {errors.length > 0 && (
        <Places {...places} findings={errors} title={t('edit_publish_errors', errors.length)} />
      )}
      <Changes desk={desk} draft={draft} />
      {warnings.length > 0 && (
        <Places
          {...places}
          findings={warnings}
          title={t(errors.length > 0 ? 'edit_warnings' : 'edit_publish_warnings', warnings.length)}
        />
      )}
      {errors.length > 0 ? (
        <div className="op-actions">
          <Button onClick={onClose}>{t('options_cancel')}</Button>
        </div>
      ) : (
        <Asked {...{ desk, onClose }} warnings={warnings.length} />
      )}
      <Outcome result={publishing.at(PLACE)} say={say} />
    </div>
  );
}

interface AskedProps {
  readonly desk: Desk;
  readonly warnings: number;
  readonly onClose: () => void;
}

/** The note and the name that stand beside the version, and the button that makes it. */
function Asked({ desk, warnings, onClose }: AskedProps) {
  const { publishing, say, view } = desk;
  const { t } = say;
  const [note, setNote] = useState('');
  const [by, setBy] = useState(view.who.name);
  const { elsewhere, publish } = usePublish(desk, onClose);
  const fits = note.trim().length <= NOTE && by.trim().length <= NAME;
  return (
    <form
      className="op-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits && !publishing.busy) void publish(note, by);
      }}
    >
      <LongText
        say={say}
        label={t('edit_publish_note')}
        hint={t('edit_publish_note_hint')}
        most={NOTE}
        value={note}
        onChange={setNote}
      />
      <TextInput
        say={say}
        label={t('edit_publish_by')}
        hint={t('edit_publish_by_hint')}
        most={NAME}
        value={by}
        onChange={setBy}
      />
      <div role="alert">
        {elsewhere && <p className="op-wrong">{t('edit_publish_elsewhere')}</p>}
      </div>
      <div className="op-actions">
        <Button type="submit" look="main" busy={publishing.busy}>
          {warnings > 0
            ? t('edit_publish_all_the_same', warnings)
            : t('options_publish', [view.next])}
        </Button>
        <Button onClick={onClose}>{t('options_cancel')}</Button>
      </div>
    </form>
  );
}

const isError = ({ level }: LintFinding): boolean => level === 'error';

/** What changes against the version in force. */
function Changes({ desk, draft }: { readonly desk: Desk; readonly draft: Playbook }) {
  const { say, says, view } = desk;
  const before = playbookOf(view.inForce);
  if (!before) return null;
  return (
    <section aria-labelledby="ed-changes">
      <h3 id="ed-changes" className="op-strong">
        {say.t('edit_publish_changes', [before.version])}
      </h3>
      {sameContents(before, draft) ? (
        <p>{say.t('edit_publish_same')}</p>
      ) : (
        <Diff before={before} after={draft} say={say} says={says} />
      )}
    </section>
  );
}

/** Publishes, and tells whether another tab was faster. */
function usePublish({ actions, publishing }: Desk, onClose: () => void) {
  const [elsewhere, setElsewhere] = useState(false);
  const publish = async (note: string, by: string): Promise<void> => {
    setElsewhere(false);
    let late = false as boolean;
    const job = async (): Promise<Published> => {
      const result = await actions.draft.publish(note, by);
      if (result.ok) return result;
      const { fault } = result;
      late = fault === 'elsewhere';
      return { ok: false, fault: fault === 'elsewhere' ? 'refused' : fault };
    };
    const done = await publishing.run(PLACE, job);
    if (done) onClose();
    if (!late) return;
    publishing.forget();
    setElsewhere(true);
  };
  return { elsewhere, publish };
}
