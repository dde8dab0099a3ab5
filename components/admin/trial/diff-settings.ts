import { sameValue } from '../../../lib/core/trial/diff.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { hourOf, weekdayOf } from '../../options/moments.ts';
import { codeName } from '../../options/say.ts';
import {
  leafLines,
  plain,
  texts,
  worded,
  type DiffItem,
  type DiffLine,
  type DiffPart,
  type Property,
  type Side,
} from './diff-model.ts';

const codes = (list: readonly string[], side: Side): string =>
  list.length === 0 ? side.say.t('diff_any') : list.join(', ');

const inForceFrom = ({ rollout }: Playbook, { say }: Side): string =>
  rollout
    ? say.t('diff_rollout_text', rollout.managersFirst, [
        rollout.managersFirst,
        say.fmt.date(rollout.from),
      ])
    : '';

const weekly = ({ cadence }: Playbook, side: Side): string =>
  cadence
    ? side.say.t('diff_weekly_text', [
        weekdayOf(cadence.weekly.day, side.say.fmt),
        hourOf(cadence.weekly.hour, side.say.fmt),
      ])
    : '';

/** What a playbook sets beside its rules. The keys are those of a playbook that are told of here. */
const SETTINGS: readonly Property<Playbook>[] = [
  ...texts<Playbook>('parts_name', ({ name }) => name),
  plain('diff_id', ({ id }) => id),
  worded(
    'diff_window',
    (playbook) => playbook.window,
    ({ window }, { say }) =>
      window === 'learned' ? say.t('diff_learned') : say.t('options_window_set', window),
  ),
  plain('diff_age_forecast', ({ answerAge }) => answerAge.forecast),
  plain('diff_age_commit', ({ answerAge }) => answerAge.commit),
  plain('diff_budget_deal', ({ promptBudget }) => promptBudget?.dealWeek),
  plain('diff_budget_rep', ({ promptBudget }) => promptBudget?.repDay),
  plain('diff_scrub_forecast', ({ cadence }) => cadence?.scrub.forecast),
  plain('diff_scrub_commit', ({ cadence }) => cadence?.scrub.commit),
  worded('parts_weekly_day', ({ cadence }) => cadence?.weekly, weekly),
  plain('diff_one_on_one', ({ cadence }) => cadence?.oneOnOne),
  worded(
    'diff_country',
    ({ country }) => country,
    ({ country }, { say }) => (country === '' ? '' : codeName(country, 'region', say)),
  ),
  worded(
    'diff_days_off',
    ({ daysOff }) => daysOff,
    ({ daysOff = [] }, { say }) => say.fmt.list(daysOff.map(say.fmt.date)),
  ),
  worded(
    'diff_currencies',
    ({ currencies }) => currencies,
    ({ currencies }, side) => codes(currencies, side),
  ),
  worded('diff_rollout', ({ rollout }) => rollout, inForceFrom),
];

/** What changed beside the rules; null for nothing. */
export function settingsPart(was: Side, is: Side): DiffPart | null {
  const lines = SETTINGS.flatMap(({ what, of, text }): DiffLine[] =>
    sameValue(of(was.playbook), of(is.playbook))
      ? []
      : [
          {
            what: what(is.say),
            before: text(was.playbook, was),
            after: text(is.playbook, is),
          },
        ],
  );
  if (lines.length === 0) return null;
  return { id: 'settings', title: is.say.t('edit_part_settings'), items: [], lines, order: [] };
}

/** Where an admin's selectors changed: by CRM and field, as they are written. */
export function selectorsPart(was: Side, is: Side): DiffPart | null {
  const lines = leafLines(was.playbook.selectors ?? {}, is.playbook.selectors ?? {});
  if (lines.length === 0) return null;
  return { id: 'selectors', title: is.say.t('diff_selectors'), items: [], lines, order: [] };
}

/** Which of the admin's own CRMs came, went or changed. They are data about pages, and told as they are written. */
export function sitesPart(was: Side, is: Side): DiffPart | null {
  const [old, fresh] = [was.playbook.sites ?? [], is.playbook.sites ?? []];
  const ids = new Set([...fresh, ...old].map(({ id }) => id));
  const items = [...ids].flatMap((id): DiffItem[] => {
    const [before, after] = [old, fresh].map((list) => list.find((site) => site.id === id));
    if (sameValue(before, after)) return [];
    const lines = before && after ? leafLines(before, after) : [];
    const how = before && after ? 'changed' : after ? 'added' : 'gone';
    const { name = id, sites = [] } = after ?? before ?? {};
    return [{ key: id, is: how, name, about: sites.join(', '), lines }];
  });
  if (items.length === 0) return null;
  return { id: 'sites', title: is.say.t('diff_sites'), items, lines: [], order: [] };
}
