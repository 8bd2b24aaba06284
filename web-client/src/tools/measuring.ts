// SPDX-License-Identifier: Apache-2.0
import type { MeasureToolId, ToolId } from '../model/state';
import type { Tool } from './drag';

/** What measures or points: its own code is fetched when it is first chosen. */
export interface MeasureTool {
  readonly id: MeasureToolId;
  readonly label: string;
  readonly key: string;
  /** What to do with a finger, in a few words. */
  readonly hint: string;
}

const DRAG = 'Drag from end to end, or tap both ends';

export const MEASURE_TOOLS: readonly MeasureTool[] = [
  { id: 'length', label: 'Length', key: 'l', hint: DRAG },
  {
    id: 'angle',
    label: 'Angle',
    key: 'a',
    hint: 'Drag the first arm from its end to the corner, then tap the other end',
  },
  { id: 'cobb', label: 'Cobb angle', key: 'c', hint: 'Drag one line, then the other' },
  { id: 'ellipse', label: 'Ellipse', key: 'e', hint: 'Drag across the region: mean, SD, area' },
  { id: 'rectangle', label: 'Rectangle', key: 'b', hint: 'Drag across the region: mean, SD, area' },
  { id: 'probe', label: 'Value', key: 'v', hint: 'Tap: the value under the point' },
  { id: 'arrow', label: 'Arrow', key: 'n', hint: 'Drag from the finding to where the words stand' },
  { id: 'magnify', label: 'Magnifier', key: 'g', hint: 'Hold and move over the picture' },
];

export const measureToolOf = (id: ToolId): MeasureTool | null => MEASURE_TOOLS.find((tool) => tool.id === id) ?? null;

/** Stands in for a tool that takes its pointers itself. */
export const IDLE: Tool = { id: 'length', label: '', key: '', begin: () => null };
