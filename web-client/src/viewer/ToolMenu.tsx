// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren, ComponentProps } from 'preact';
import { ToolButton } from './ToolButton';

interface Props extends Omit<ComponentProps<typeof ToolButton>, 'expanded' | 'onPress'> {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** The menu, which is there while it is open. */
  readonly children: ComponentChildren;
}

/** A button of the tool bar with the menu that it opens. */
export function ToolMenu({ isOpen, onToggle, children, ...button }: Props) {
  return (
    <span class="tool-slot">
      <ToolButton {...button} expanded={isOpen} onPress={onToggle} />
      {isOpen && children}
    </span>
  );
}
