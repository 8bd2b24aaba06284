// SPDX-License-Identifier: Apache-2.0
import type { FrameKind } from './study';

export interface ScaleBar {
  /** Length on the canvas in device pixels. */
  readonly length: number;
  readonly label: string;
}

const LENGTHS_MM = [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1];

const SOURCES: Readonly<Record<string, string>> = {
  PIXEL_SPACING: '',
  IMAGER_PIXEL_SPACING: ' at detector',
  NOMINAL_SCANNED_PIXEL_SPACING: ' on film',
  ULTRASOUND_REGION: '',
};

/**
 * The longest round length that takes at most `most` device pixels along the canvas' horizontal; null when the file
 * gives no spacing: no spacing, no millimetres. The label says where the spacing holds when that is not the body.
 */
export function scaleBar(kind: FrameKind, scale: number, sideways: boolean, most: number): ScaleBar | null {
  const spacing = kind.spacing;
  if (spacing === null) return null;
  const mmPerPixel = sideways ? spacing.row / (scale * kind.pixelAspect) : spacing.column / scale;
  const mm = LENGTHS_MM.find((length) => length / mmPerPixel <= most);
  if (mm === undefined || !(mmPerPixel > 0)) return null;
  const source = SOURCES[spacing.source] ?? '';
  const text = mm >= 10 ? `${mm / 10} cm` : `${mm} mm`;
  return { length: mm / mmPerPixel, label: text + source };
}
