// SPDX-License-Identifier: Apache-2.0
import type { FrameKind, Spacing } from './study';

export interface ScaleBar {
  /** Length on the canvas in device pixels. */
  readonly length: number;
  readonly label: string;
}

const LENGTHS_MM = [200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1];

/** Where a length holds and by what it was made, in words; empty for a slice's own spacing. Stands beside every length. */
export function sourceWords(spacing: Spacing): string {
  switch (spacing.source) {
    case 'PIXEL_SPACING':
    case 'ULTRASOUND_REGION':
      return '';
    case 'CALIBRATED':
      return spacing.calibration === null ? 'calibrated' : `calibrated (${spacing.calibration.toLowerCase()})`;
    case 'UNEXPLAINED':
      return 'calibration not stated';
    case 'BEAM_CENTER':
      return 'at centre of beam';
    case 'MAGNIFICATION_FACTOR':
      return `magnification ${factorText(spacing)} taken out`;
    case 'DISTANCES':
      return `magnification ${factorText(spacing)} from distances taken out`;
    case 'IMAGER_PIXEL_SPACING':
      return 'at detector';
    case 'NOMINAL_SCANNED_PIXEL_SPACING':
      return 'on film';
  }
}

const factorText = (spacing: Spacing): string => (spacing.magnification ?? 1).toFixed(2);

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
  const source = sourceWords(spacing);
  const text = mm >= 10 ? `${mm / 10} cm` : `${mm} mm`;
  return { length: mm / mmPerPixel, label: source === '' ? text : `${text} ${source}` };
}
