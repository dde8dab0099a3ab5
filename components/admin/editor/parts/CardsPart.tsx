import { useState } from 'react';
import type { MessageKey } from '../../../../lib/app/words.ts';
import { findingsAt } from '../../../../lib/core/lint/finding.ts';
import type { StoryCard } from '../../../../lib/core/playbook.ts';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { conditionSentence } from '../../condition/sentence.ts';
import { moved, RowActions } from '../../form/RowActions.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import { STORY_KEYS } from '../../../card/labels.ts';
import type { PartProps } from '../part.ts';
import { CardWhen } from './CardWhen.tsx';
import { Entry } from './Entry.tsx';
import { PartFindings } from './PartFindings.tsx';
import { editedAt, freshId, withoutAt } from './lists.ts';
import { KeeperFields, NeededText } from './RuleFields.tsx';
import { useTake } from './use-take.ts';

const KINDS = Object.keys(STORY_KEYS) as StoryCard['kind'][];
const KIND_HINTS: Readonly<Record<StoryCard['kind'], MessageKey>> = {
  priority: 'parts_card_priority_hint',
  differentiator: 'parts_card_differentiator_hint',
  trait: 'parts_card_trait_hint',
};

/** What the team tells about itself, shown beside a deal where it helps. */
export function CardsPart(props: PartProps) {
  const { desk, draft, change } = props;
  const { t } = desk.say;
  const cards = draft.cards ?? [];
  const [added, setAdded] = useState<string | null>(null);
  const add = (): void => {
    const id = freshId(
      'card',
      cards.map((each) => each.id),
    );
    setAdded(id);
    const card: StoryCard = {
      id,
      kind: 'differentiator',
      name: { en: '' },
      text: { en: '' },
      owner: '',
      reviewBy: '',
    };
    change((now) => ({ ...now, cards: [...(now.cards ?? []), card] }));
  };
  return (
    <div className="pt" data-list>
      <p className="op-lead">{t('parts_cards_lead')}</p>
      <PartFindings {...props} entries="cards" />
      {cards.length > 0 && (
        <ul className="op-panel pt-list">
          {cards.map((card, index) => (
            <CardRow key={card.id} {...props} card={card} index={index} fresh={added === card.id} />
          ))}
        </ul>
      )}
      <div className="op-actions">
        <Button data-add onClick={add}>
          {t('parts_card_add')}
        </Button>
      </div>
    </div>
  );
}

interface RowProps extends PartProps {
  readonly card: StoryCard;
  readonly index: number;
  readonly fresh: boolean;
}

type Edit = (make: (old: StoryCard) => StoryCard) => void;

function CardRow(props: RowProps) {
  const { desk, draft, change, findings, rest, card, index, fresh } = props;
  const { say } = desk;
  const { t, fmt } = say;
  const edit: Edit = (make) => {
    change((now) => ({ ...now, cards: editedAt(now.cards ?? [], index, make) }));
  };
  const take = useTake(change);
  const name = fmt.text(card.name);
  return (
    <Entry
      say={say}
      title={name}
      tag={t(STORY_KEYS[card.kind])}
      line={card.when ? conditionSentence(card.when, draft, say) : t(everywhere(card))}
      findings={findingsAt(findings, ['cards', index])}
      onTake={take}
      wanted={rest[0] === card.id}
      fresh={fresh}
    >
      <CardTexts say={say} card={card} edit={edit} />
      <CardWhen {...props} edit={edit} />
      <RowActions
        say={say}
        name={name === '' ? card.id : name}
        index={index}
        count={draft.cards?.length ?? 0}
        onMove={(to) => {
          change((now) => ({ ...now, cards: moved(now.cards ?? [], index, to) }));
        }}
        onRemove={() => {
          change((now) => ({ ...now, cards: withoutAt(now.cards ?? [], index) }));
        }}
      />
    </Entry>
  );
}

/** Where a card without a condition is shown: a trait belongs to some customers alone, and so nowhere by itself. */
const everywhere = ({ kind }: StoryCard): MessageKey =>
  kind === 'trait' ? 'parts_card_nowhere' : 'parts_when_all';

interface TextsProps {
  readonly say: Say;
  readonly card: StoryCard;
  readonly edit: Edit;
}

function CardTexts({ say, card, edit }: TextsProps) {
  const { t } = say;
  return (
    <>
      <SelectInput
        say={say}
        label={t('parts_kind')}
        hint={t(KIND_HINTS[card.kind])}
        value={card.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: t(STORY_KEYS[kind]) }))}
        onChange={(kind) => {
          edit((old) => ({ ...old, kind }));
        }}
      />
      <NeededText
        say={say}
        label={t('parts_name')}
        value={card.name}
        onChange={(name) => {
          edit((old) => ({ ...old, name }));
        }}
      />
      <NeededText
        long
        say={say}
        label={t('parts_card_text')}
        hint={t('parts_card_text_hint')}
        value={card.text}
        onChange={(text) => {
          edit((old) => ({ ...old, text }));
        }}
      />
      <KeeperFields
        say={say}
        value={card}
        onChange={(part) => {
          edit((old) => ({ ...old, ...part }));
        }}
      />
    </>
  );
}
