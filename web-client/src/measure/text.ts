// SPDX-License-Identifier: Apache-2.0
// The words of measuring.

const sources: Readonly<Record<string, string>> = {
  PIXEL_SPACING: 'Pixel Spacing',
  IMAGER_PIXEL_SPACING: 'at detector, not corrected',
  NOMINAL_SCANNED_PIXEL_SPACING: 'on film, as scanned',
  ULTRASOUND_REGION: 'ultrasound region',
};

export const text = {
  sources,
  noSpacing: 'no spacing: pixels',
  noSpacingWide: 'no spacing: widths of a pixel',
  previewOnly: 'preview: no values',
  colourOnly: 'colour: no values',
  nothingInside: 'no pixel inside',
  rounded: 'values rounded to 16 bits',
  padding: (count: number) => `${count} px of padding left out`,
  outside: 'outside the image',
  counting: 'counting…',
  bar: 'Measuring',
  undo: 'Undo',
  redo: 'Redo',
  delete: 'Delete this mark',
  done: 'Done',
  words: 'Words for this mark',
  kinds: {
    length: 'Length',
    angle: 'Angle',
    cobb: 'Cobb angle',
    ellipse: 'Ellipse',
    rectangle: 'Rectangle',
    probe: 'Value',
    arrow: 'Arrow',
  },
  names: {
    length: 'Length',
    angle: 'Angle',
    cobb: 'Cobb',
    supplement: 'supplement',
    area: 'Area',
    count: 'Pixels',
    mean: 'Mean',
    deviation: 'SD',
    min: 'Min',
    max: 'Max',
    value: 'Value',
    stored: 'stored',
    red: 'R',
    green: 'G',
    blue: 'B',
  },
} as const;
