import type { Text } from '../../../../lib/core/playbook.ts';
import type { Say } from '../../../options/say.ts';
import { BilingualText } from '../../form/BilingualText.tsx';
import { DateInput } from '../../form/DateInput.tsx';
import { TextInput } from '../../form/TextInput.tsx';

interface TextProps {
  readonly say: Say;
  readonly label: string;
  readonly value: Text;
  readonly onChange: (value: Text) => void;
  readonly hint?: string;
  readonly long?: boolean;
}

/** A text that nothing is published without, in both languages. */
export function NeededText({ onChange, ...rest }: TextProps) {
  return (
    <BilingualText
      {...rest}
      required
      onChange={(value) => {
        onChange(value ?? { en: '' });
      }}
    />
  );
}

type OneText = Pick<TextProps, 'say' | 'value' | 'onChange'>;

/** What a fact or an answer is called. */
export const LabelText = (props: OneText) => (
  <NeededText {...props} label={props.say.t('parts_label')} />
);

/** Why a rule is there. */
export const WhyText = (props: OneText) => (
  <NeededText
    long
    {...props}
    label={props.say.t('parts_why')}
    hint={props.say.t('parts_why_hint')}
  />
);

/** What a rule asks of a rep. */
export const QuestionText = (props: OneText) => (
  <NeededText
    long
    {...props}
    label={props.say.t('parts_question')}
    hint={props.say.t('parts_question_hint')}
  />
);

interface KeptBy {
  readonly owner: string;
  readonly reviewBy: string;
}

interface KeeperProps {
  readonly say: Say;
  readonly value: KeptBy;
  readonly onChange: (part: Partial<KeptBy>) => void;
}

/** Who keeps a rule, and the day on which it is looked at again. */
export function KeeperFields({ say, value, onChange }: KeeperProps) {
  return (
    <div className="pt-pair">
      <TextInput
        say={say}
        required
        label={say.t('parts_owner')}
        most={120}
        value={value.owner}
        onChange={(owner) => {
          onChange({ owner });
        }}
      />
      <DateInput
        say={say}
        required
        label={say.t('parts_review_by')}
        value={value.reviewBy}
        onChange={(reviewBy) => {
          onChange({ reviewBy });
        }}
      />
    </div>
  );
}
