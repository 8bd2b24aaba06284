// SPDX-License-Identifier: Apache-2.0
import type { FrameKind, Series, VoiWindow } from './study';
import { type Lut, lutOf, windowNear } from './voiLut';

/** A window that may be chosen, with its name. */
export interface Preset extends VoiWindow {
  readonly id: string;
  readonly label: string;
  /** Set when this is a table and no window. */
  readonly lut?: Lut;
}

const ct = (id: string, label: string, center: number, width: number): Preset => ({
  id,
  label,
  center,
  width,
  function: 'LINEAR',
  explanation: label,
});

/** Windows in Hounsfield units that every department uses; only offered where values are in HU. */
export const CT_PRESETS: readonly Preset[] = [
  ct('ct-soft', 'Soft tissue', 40, 400),
  ct('ct-lung', 'Lung', -600, 1500),
  ct('ct-bone', 'Bone', 400, 1800),
  ct('ct-brain', 'Brain', 40, 80),
  ct('ct-stroke', 'Stroke', 35, 35),
  ct('ct-subdural', 'Subdural', 75, 215),
  ct('ct-liver', 'Liver', 70, 150),
  ct('ct-angio', 'Angiography', 300, 600),
];

const sentence = (text: string): string => (/[a-z]/.test(text) ? text : text.charAt(0) + text.slice(1).toLowerCase());

/** The image's own windows under their explanations, the default first. */
export function ownPresets(kind: FrameKind): Preset[] {
  return kind.windows.map((window, index) => ({
    ...window,
    id: `own-${index}`,
    label: window.explanation?.trim()
      ? sentence(window.explanation.trim())
      : index === 0
        ? 'Default'
        : `Window ${index + 1}`,
  }));
}

/** The image's VOI LUTs under their explanations; the first is what it is shown with at first (PS3.3 C.11.2). */
export function lutPresets(series: Series, kind: FrameKind): Preset[] {
  return kind.luts.flatMap((own, index) => {
    const lut = lutOf(series, own);
    if (lut === null) return [];
    const name = own.explanation?.trim();
    const label = name ? sentence(name) : `LUT ${index + 1}`;
    const near = { ...windowNear(lut), function: 'LINEAR_EXACT' as const };
    return [{ ...near, explanation: own.explanation, id: `lut-${index}`, label, lut }];
  });
}

/** What the image is shown with at first; null: its own range. */
export const firstPreset = (series: Series, kind: FrameKind): Preset | null =>
  lutPresets(series, kind)[0] ?? ownPresets(kind)[0] ?? null;

const isSame = (one: VoiWindow, other: VoiWindow): boolean =>
  one.center === other.center && one.width === other.width && one.function === other.function;

/** All that the menu offers for this kind of frame, in the order of the digit keys; no window twice. */
export function presetsFor(series: Series, kind: FrameKind): Preset[] {
  if (kind.format === 'RGB8') return [];
  const own = ownPresets(kind);
  const hounsfield = kind.unit === 'HU' || (series.modality === 'CT' && kind.unit === null);
  const more = hounsfield ? CT_PRESETS.filter((preset) => !own.some((window) => isSame(window, preset))) : [];
  return [...lutPresets(series, kind), ...own, ...more];
}
