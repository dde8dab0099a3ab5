import { useState } from 'react';
import { heldBy } from '../delivery/held.ts';
import { Switch } from '../form/Switch.tsx';
import type { Desk } from '../../options/desk.ts';
import { playbookName, type Say } from '../../options/say.ts';
import { Ask } from '../../options/Ask.tsx';
import { KIND_KEYS } from './kind-words.ts';
import { newsIn, type GoodFile } from './news.ts';

interface Props {
  readonly desk: Desk;
  readonly name: string;
  readonly found: GoodFile;
  readonly onTake: (found: GoodFile, withPlaybook: boolean) => Promise<void>;
  readonly onClose: () => void;
}

/** What a file would bring, kind by kind, before it is taken. */
export function FoundFile({ desk, name, found, onTake, onClose }: Props) {
  const { say, view } = desk;
  const { t } = say;
  const [busy, setBusy] = useState(false);
  const [withPlaybook, setWithPlaybook] = useState(false);
  const { playbook } = found;
  const offers = playbook && heldBy(view, 'playbook') === null ? playbook : null;
  const news = newsIn(found) > 0;
  if (!news && !offers) return <p role="status">{t('data_import_nothing', [name])}</p>;
  return (
    <Ask
      wide
      say={say}
      title={titleOf(found, name, say)}
      yes={t('data_import_take')}
      busy={busy || (!news && !withPlaybook)}
      onYes={() => {
        setBusy(true);
        void onTake(found, withPlaybook).finally(() => {
          setBusy(false);
        });
      }}
      onNo={onClose}
    >
      <Report found={found} say={say} />
      <p className="op-small">{t('data_import_note')}</p>
      {offers && (
        <Switch
          label={t('data_import_playbook', [
            playbookName(offers.playbook, say),
            offers.playbook.version,
          ])}
          hint={t('data_import_playbook_hint')}
          checked={withPlaybook}
          onChange={setWithPlaybook}
        />
      )}
    </Ask>
  );
}

/** A file says itself when it was written; what is no day is left out. */
function titleOf({ made }: GoodFile, name: string, { t, fmt }: Say): string {
  const day = made.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? t('data_import_good', [name, fmt.date(day)])
    : t('data_import_good_undated', [name]);
}

function Report({ found, say }: { readonly found: GoodFile; readonly say: Say }) {
  const { t, fmt } = say;
  const lines = (Object.keys(KIND_KEYS) as (keyof typeof KIND_KEYS)[]).flatMap((kind) => {
    if (kind === 'playbooks' || kind === 'sent') return [];
    const { added, changed, same } = found.report[kind];
    return added + changed + same === 0 ? [] : [{ kind, added, changed, same }];
  });
  return (
    <ul className="op-changes">
      {lines.map(({ kind, added, changed, same }) => (
        <li key={kind}>
          {changed > 0
            ? t('data_import_line', [
                t(KIND_KEYS[kind].name),
                ...[added, changed, same].map(fmt.number),
              ])
            : t('data_import_line_new', [
                t(KIND_KEYS[kind].name),
                ...[added, same].map(fmt.number),
              ])}
        </li>
      ))}
    </ul>
  );
}
