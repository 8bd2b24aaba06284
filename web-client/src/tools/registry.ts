// SPDX-License-Identifier: Apache-2.0
import type { ToolId } from '../model/state';
import type { Tool } from './drag';
import { IDLE } from './measuring';
import { panTool } from './pan';
import { scrollTool } from './scroll';
import { windowTool } from './window';
import { zoomTool } from './zoom';

/** The tools in the order of the tool bar. */
export const TOOLS: readonly Tool[] = [scrollTool, windowTool, panTool, zoomTool];

export const toolOf = (id: ToolId): Tool => TOOLS.find((tool) => tool.id === id) ?? IDLE;
