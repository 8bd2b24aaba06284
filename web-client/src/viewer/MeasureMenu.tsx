// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { ViewerState } from '../model/state';
import { MEASURE_TOOLS } from '../tools/measuring';
import { text } from '../ui/text';
import { Popover } from './Popover';
import { ToolItems } from './ToolItems';

interface Props {
  readonly state: ViewerState;
  readonly dispatch: (command: Command) => void;
  readonly narrow: boolean;
  readonly onClose: () => void;
}

/** What measures and points. */
export function MeasureMenu(props: Props) {
  return (
    <Popover label={text.measure.title} testId="measure-menu" onClose={props.onClose}>
      <ToolItems {...props} tools={MEASURE_TOOLS} />
    </Popover>
  );
}
