// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'preact';

interface Props {
  readonly testId: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: ComponentType;
  /** A choice that is on or off. */
  readonly pressed?: boolean;
  /** A button that opens a menu. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

export function ToolButton({ testId, label, hint, icon: Icon, pressed, expanded, onPress }: Props) {
  return (
    <button
      type="button"
      class="tool-button"
      data-testid={testId}
      title={hint}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onPress}
    >
      <Icon />
      <span class="tool-button__label">{label}</span>
    </button>
  );
}
