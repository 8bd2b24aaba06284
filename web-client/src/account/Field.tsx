// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import '../styles/field.css';
import { accountText } from './text';

interface FieldProps {
  readonly label: string;
  readonly testId: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly autocomplete: string;
  readonly hint?: string;
  /** The hint is said aloud as it changes. */
  readonly isHintLive?: boolean;
  readonly isSecret?: boolean;
  /** Has the focus when the page opens: nothing comes before it. */
  readonly isFirst?: boolean;
}

/** A line to type in, with its label above and its hint below. A password can be shown. */
export function Field({
  label,
  testId,
  value,
  onValue,
  autocomplete,
  hint,
  isHintLive,
  isSecret,
  isFirst,
}: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFirst) input.current?.focus();
  }, [isFirst]);
  const [isShown, setShown] = useState(false);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field__line">
        <input
          ref={input}
          id={id}
          class="field__input"
          data-testid={testId}
          {...(isSecret && !isShown ? { type: 'password' as const } : { type: 'text' as const })}
          value={value}
          autocomplete={autocomplete}
          autocapitalize={autocomplete === 'name' ? 'words' : 'none'}
          spellcheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {isSecret && (
          <button
            type="button"
            class="button button--quiet"
            aria-pressed={isShown}
            aria-label={isShown ? accountText.hide : accountText.show}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="field__hint" role={isHintLive ? 'status' : undefined}>
          {hint}
        </p>
      )}
    </div>
  );
}

type PresetProps = Pick<FieldProps, 'value' | 'onValue' | 'hint' | 'isFirst'>;

/** The name to sign in with. */
export function UserNameField(props: PresetProps) {
  return <Field {...props} label={accountText.name} testId="user-name" autocomplete="username" />;
}

/** A password that is being chosen. */
export function NewPasswordField(props: Omit<FieldProps, 'autocomplete' | 'isSecret'>) {
  return <Field {...props} autocomplete="new-password" isSecret />;
}
