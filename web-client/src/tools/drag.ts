// SPDX-License-Identifier: Apache-2.0
import type { Command } from '../model/commands';
import type { ToolId, ViewerState } from '../model/state';
import type { Point } from '../model/view';
import type { Range } from '../model/voi';

/** A move of one pointer, in CSS pixels from the top left of the canvas. */
export interface DragStep {
  readonly from: Point;
  readonly before: Point;
  readonly now: Point;
}

/** What a gesture may know when it begins. Tools never touch the canvas or the network. */
export interface DragStart {
  readonly state: ViewerState;
  /** Minimum and maximum of the frame's stored values, when they are known. */
  readonly range: Range | null;
}

/** A gesture under way: from each step the command that it means, or null. */
export type Drag = (step: DragStep) => Command | null;

/** To add a tool: a file like this folder's others, and a line in registry.ts. */
export interface Tool {
  readonly id: ToolId;
  readonly label: string;
  readonly key: string;
  /** null: there is nothing to drag now. */
  readonly begin: (start: DragStart) => Drag | null;
}
